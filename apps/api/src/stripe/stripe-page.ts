import type { StripeMode } from '../config/config';

/**
 * The address of a page or file of Stripe's that a shopper may be sent to, or null. With the sandbox, which may be anywhere
 * on this machine, any web address is one.
 */
export function stripePage(url: string | null | undefined, mode: StripeMode): string | null {
  if (!url || !URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  if (mode === 'sandbox') return /^https?:$/.test(protocol) ? url : null;
  return protocol === 'https:' && /(^|\.)stripe\.com$/.test(hostname) ? url : null;
}
