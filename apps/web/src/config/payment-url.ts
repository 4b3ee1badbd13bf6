/**
 * Whether a shopper may be sent to this address to pay: https on a host of the configured origins, or exactly one of
 * those origins (which can be a sandbox on http://localhost). No other address is followed, even if the API sends it.
 */
export function isPaymentUrl(url: string, checkoutOrigins: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, origin } = new URL(url);
  return checkoutOrigins.some((allowed) => {
    if (!URL.canParse(allowed)) return false;
    const known = new URL(allowed);
    return origin === known.origin || (protocol === 'https:' && host === known.host);
  });
}

/**
 * Whether an address from Stripe (receipt, voucher, recovery) may be a link on the page: https, or a page of the
 * configured payment origins.
 */
export function isSafeLink(url: string, checkoutOrigins: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  return new URL(url).protocol === 'https:' || isPaymentUrl(url, checkoutOrigins);
}
