/**
 * Headers of the shop's documents. Browsers load, frame and send nothing except from and to the shop and its API. No
 * address is passed on as a Referer, because it can hold a Checkout Session id.
 *
 * @param scriptHashes CSP sources of the document's inline scripts
 * @param pathname as requested; order pages hold personal data and are never stored, other documents are revalidated
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
    'Cache-Control': isOrderPage(pathname) ? 'no-store' : 'no-cache',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  };
}

/** The browser's router decodes a path, ignores case and repeated slashes; so every such spelling is an order page. */
function isOrderPage(pathname: string): boolean {
  try {
    return /^\/+order(\/|$)/i.test(decodeURIComponent(pathname));
  } catch {
    // Not decodable: no page of the shop, and not worth storing.
    return true;
  }
}
