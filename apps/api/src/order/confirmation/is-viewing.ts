import type { IncomingMessage } from 'node:http';

/** Headers of browsers that load ahead what nobody has asked for yet. */
const PURPOSE_HEADERS = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'];

/**
 * Whether somebody gets to see the answer. Nobody sees that of a HEAD request, and perhaps nobody that of a prefetch
 * (https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Sec-Purpose).
 */
export function isViewing({
  method,
  headers,
}: Pick<IncomingMessage, 'method' | 'headers'>): boolean {
  const purposes = PURPOSE_HEADERS.map((name) => String(headers[name] ?? ''));
  return (
    method !== 'HEAD' && !purposes.some((purpose) => /prefetch|prerender|preview/i.test(purpose))
  );
}
