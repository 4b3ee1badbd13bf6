import type { Request } from 'express';
import { StripeError } from '../engine/stripe-error';

/** Throws Stripe's 401 unless the request carries a test key, as a bearer token or as basic auth's user name. */
export function authenticate(request: Request): void {
  const key = keyOf(request.headers.authorization ?? '');
  if (key === undefined) {
    throw unauthorized(
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY'). See https://stripe.com/docs/api#authentication for details, or we can help at https://support.stripe.com/.",
    );
  }
  if (/^pk_test_\S+$/.test(key)) {
    throw unauthorized(
      'This API call cannot be made with a publishable API key. Please use a secret API key. You can find a list of your API keys at https://dashboard.stripe.com/account/apikeys.',
      'secret_key_required',
    );
  }
  if (!/^(sk|rk)_test_\S+$/.test(key)) {
    throw unauthorized(`Invalid API Key provided: ${masked(key)}`);
  }
}

function keyOf(header: string): string | undefined {
  const [, scheme = '', credentials = ''] = /^(\S+)\s+(\S+)$/.exec(header.trim()) ?? [];
  if (/^bearer$/i.test(scheme)) return credentials;
  if (/^basic$/i.test(scheme)) {
    return Buffer.from(credentials, 'base64').toString().split(':')[0] || undefined;
  }
  return undefined;
}

/** Hides the key, which may be a real one: only its prefix and last four characters are shown. */
function masked(key: string): string {
  const prefix = /^(sk|rk|pk)_(live|test)_/.exec(key)?.[0] ?? '';
  const rest = key.slice(prefix.length);
  return prefix + '*'.repeat(Math.max(0, rest.length - 4)) + rest.slice(-4);
}

function unauthorized(message: string, code?: string): StripeError {
  return new StripeError(401, { type: 'invalid_request_error', message, ...(code && { code }) });
}
