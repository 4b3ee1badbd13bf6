/**
 * Headers of the shop's documents: nothing is loaded, framed or sent anywhere but to the shop itself and its API, and
 * no address (it may hold a Checkout Session id) is passed on as a Referer.
 *
 * @param scriptHashes CSP sources of the inline scripts the document carries
 * @param pathname order pages hold personal data and are never stored; other documents are revalidated
 * @param apiOrigin where the API is; empty when it is behind the shop's own origin
 */
export function documentHeaders(
  scriptHashes: readonly string[],
  pathname: string,
  apiOrigin: string,
): Record<string, string> {
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      ["script-src 'self'", ...scriptHashes].join(' '),
      "style-src 'self'",
      "img-src 'self'",
      "font-src 'self'",
      `connect-src 'self' ${apiOrigin}`.trimEnd(),
      "manifest-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "object-src 'none'",
      "frame-src 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': /^\/order(\/|$)/.test(pathname) ? 'no-store' : 'no-cache',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  };
}
