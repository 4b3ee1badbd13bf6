import type { Request } from 'express';
import { ProblemError } from '../http/errors/problem-error';

/**
 * Takes sessions from the console's own pages only. Its browser names its origin with every change, and Fetch Metadata
 * with every request. https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Site
 * @throws ProblemError ORIGIN_NOT_ALLOWED
 */
export function requireConsole({ headers }: Pick<Request, 'headers'>, consoleUrl: string): void {
  const { origin } = headers;
  const site = headers['sec-fetch-site'];
  const isForeign = origin !== undefined && origin !== consoleUrl;
  if (isForeign || (site !== undefined && site !== 'same-origin'))
    throw new ProblemError('ORIGIN_NOT_ALLOWED');
}
