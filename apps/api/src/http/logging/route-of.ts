import type { Request } from 'express';

/** The template of the route that took a request; `unmatched` where none did. Nothing that somebody typed. */
export function routeOf(request: Request): string {
  const path: unknown = (request.route as { path?: unknown } | undefined)?.path;
  // The catch-all that answers 404 is a route too.
  return typeof path === 'string' && !path.includes('*') ? path : 'unmatched';
}
