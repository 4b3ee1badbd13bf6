import { isIP } from 'node:net';
import type { NextFunction, Request, Response } from 'express';

/**
 * Whether a Host header names this server. A page that points its own domain at 127.0.0.1 (DNS rebinding) has that
 * domain in the header. Only localhost and IP addresses cannot be such a domain: every other name must be listed, also
 * one without a dot, because a network can add a domain of its own to it.
 */
export function isOwnHost(header: string | undefined, allowed: readonly string[]): boolean {
  const url = `http://${header ?? ''}`;
  if (header === undefined || !URL.canParse(url)) return false;
  const host = new URL(url).hostname.toLowerCase();
  const isAddress = isIP(host.replace(/^\[|\]$/g, '')) !== 0;
  return isAddress || /^(.+\.)?localhost$/.test(host) || allowed.includes(host);
}

/** Whether a page of another origin sends the request; programs outside of browsers send neither header. */
export function isForeignPage(request: Request): boolean {
  const site = request.get('Sec-Fetch-Site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  const origin = request.get('Origin');
  // A page that sends no referrer hides its origin also from itself (https://fetch.spec.whatwg.org/#append-a-request-origin-header).
  if (origin === undefined || (origin === 'null' && site !== undefined)) return false;
  return origin.replace(/^https?:\/\//, '') !== request.get('Host');
}

/** Whether a request has a body of another type than this one: a page of another site can send text and forms. */
export function hasOtherBody(request: Request, type: string): boolean {
  const hasBody = request.get('Transfer-Encoding') ?? Number(request.get('Content-Length') ?? 0);
  return Boolean(hasBody) && !request.is(type);
}

/** 403 for forms that a page of another site sends, 415 for what is no form. Every page may link to these pages. */
export function ownFormsOnly(request: Request, response: Response, next: NextFunction): void {
  if (request.method === 'GET' || request.method === 'HEAD') next();
  else if (isForeignPage(request)) refuse(response, 403, 'Forms of other origins are not taken.');
  else if (!request.is(FORM)) refuse(response, 415, `The body must be ${FORM}.`);
  else next();
}

const FORM = 'application/x-www-form-urlencoded';

function refuse(response: Response, status: number, message: string): void {
  response.status(status).json({ error: { type: 'invalid_request_error', message } });
}

/** 403 for requests with the Host of another server. */
export function ownHostsOnly(allowedHosts: readonly string[]) {
  return (request: Request, response: Response, next: NextFunction): void => {
    if (isOwnHost(request.get('Host'), allowedHosts)) next();
    else {
      const message =
        'This server does not answer for this host name. SANDBOX_ALLOWED_HOSTS lists more names.';
      refuse(response, 403, message);
    }
  };
}
