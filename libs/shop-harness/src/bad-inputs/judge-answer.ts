import type { RawAnswer, RawRequest } from '../network/raw-request';

let sender = 0;

/** The request from an address that no other has: the API refuses the input, and not a visitor who asks too often. */
export function fromNewAddress(request: RawRequest): RawRequest {
  if (request.headers.some(([name]) => name === 'X-Forwarded-For')) return request;
  sender += 1;
  const address = `10.${[sender >> 16, sender >> 8, sender].map((n) => n & 255).join('.')}`;
  return { ...request, headers: [...request.headers, ['X-Forwarded-For', address]] };
}

/**
 * Whether an answer has the right form. A refusal must be a problem document with a code, unless the answer has no body
 * (HEAD, 417). No answer may repeat the script or the cookie that an input contained.
 */
export function isProperAnswer({ status, head, body }: RawAnswer, { method }: RawRequest): boolean {
  if (body.includes('<script') || /set-cookie: *x=1/i.test(head)) return false;
  if (status < 400 || method === 'HEAD' || status === 417) return true;
  return /content-type: application\/problem\+json/i.test(head) && /"code":"[A-Z_]+"/.test(body);
}
