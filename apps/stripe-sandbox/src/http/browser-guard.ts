import { isIP } from 'node:net';
import type { NextFunction, Request, Response } from 'express';

/**
 * Whether a Host header names this server. A page that points its own domain at 127.0.0.1 (DNS rebinding) has that
 * domain in the header. Addresses and names without a dot (localhost, a container's service name) cannot be such a
 * domain; others must be listed.
 */
export function isOwnHost(header: string | undefined, allowed: readonly string[]): boolean {
  const url = `http://${header ?? ''}`;
  if (header === undefined || !URL.canParse(url)) return false;
  const host = new URL(url).hostname.toLowerCase();
  const isAddress = isIP(host.replace(/^\[|\]$/g, '')) !== 0;
  return isAddress || !host.includes('.') || host.endsWith('.localhost') || allowed.includes(host);
}

/** Whether a page of another origin sends the request; programs outside of browsers send neither header. */
export function isForeignPage(request: Request): boolean {
  const site = request.get('Sec-Fetch-Site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  const origin = request.get('Origin');
  return origin !== undefined && origin.replace(/^https?:\/\//, '') !== request.get('Host');
}

/** 403 for requests with the Host of another server. */
export function ownHostsOnly(allowedHosts: readonly string[]) {
  return (request: Request, response: Response, next: NextFunction): void => {
    if (isOwnHost(request.get('Host'), allowedHosts)) next();
    else {
      const message =
        'This server does not answer for this host name. SANDBOX_ALLOWED_HOSTS lists more names.';
      response.status(403).json({ error: { type: 'invalid_request_error', message } });
    }
  };
}
