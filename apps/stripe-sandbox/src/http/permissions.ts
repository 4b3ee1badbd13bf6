import { jsonText } from './answer';

/**
 * The permission a restricted key needs for a request, from its path: "GET /v1/disputes/dp_1" → `rak_dispute_read`.
 * Stripe's own names are shorter in a few places.
 */
export function permissionFor(method: string, path: string): string {
  if (path.startsWith('/v1/billing_portal/')) return `rak_customer_portal_${kindOf(method)}`;
  const names: string[] = [];
  for (const segment of path.split('/').slice(2)) {
    if (segment !== segment.toLowerCase() || /\d/.test(segment)) break;
    names.push(segment.replace(/s$/, ''));
    if (segment.endsWith('s')) break;
  }
  return `rak_${names.join('_')}_${kindOf(method)}`;
}

const kindOf = (method: string) => (method === 'GET' ? 'read' : 'write');

/** Stripe's 403 for a key that lacks a permission. */
export function permissionBody(permission: string): string {
  return jsonText({
    error: {
      type: 'invalid_request_error',
      code: 'more_permissions_required',
      message: `The provided key does not have the required permissions for this endpoint. Having the '${permission}' permission would allow this request to continue.`,
    },
  });
}
