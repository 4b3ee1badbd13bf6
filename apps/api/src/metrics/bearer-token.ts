import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Whether an Authorization header carries the token; takes as long whatever it carries. */
export function carriesToken(authorization: unknown, token: string | undefined): boolean {
  if (token === undefined) return false;
  const sent = typeof authorization === 'string' ? authorization : '';
  return timingSafeEqual(digest(sent), digest(`Bearer ${token}`));
}
