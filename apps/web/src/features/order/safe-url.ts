import { isPaymentUrl, isSafeLink } from '../../config/payment-url';
import { shopConfig } from '../../config/shop-config';

/** Returns the address if it may be a link on this page, else null. */
export function safeLink(url: string | null): string | null {
  return url !== null && isSafeLink(url, shopConfig.checkoutOrigins) ? url : null;
}

/** Returns the address if a shopper may be sent there to pay, else null. */
export function paymentLink(url: string | null): string | null {
  return url !== null && isPaymentUrl(url, shopConfig.checkoutOrigins) ? url : null;
}
