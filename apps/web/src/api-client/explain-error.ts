import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { ApiError } from './api-error';

type Code = ApiError['code'];

const MESSAGES: Partial<Record<Code, MessageDescriptor>> = {
  NO_CONNECTION: msg`We can’t reach the shop right now. Please check your connection and try again.`,
  OFFLINE: msg`You’re offline. Please try again when you’re back.`,
  RATE_LIMITED: msg`That was a lot of tries in a short time. Please wait a moment.`,
  PRICE_NOT_AVAILABLE: msg`Something in your cart has changed or is no longer for sale. We’ve updated the cart; please have another look.`,
  OUT_OF_STOCK: msg`There isn’t enough left of something in your cart. Please look at what is marked there.`,
  AMOUNT_TOO_SMALL: msg`The total is too small to be paid online. Please add something to your cart.`,
  AMOUNT_TOO_LARGE: msg`The total is too large to be paid at once. Please split your order.`,
  CART_NOT_PAYABLE_AT_ONCE: msg`Not all of this can be paid for together with a subscription. Please order what is marked separately.`,
  CHECKOUT_COMPLETED: msg`You have already ordered this, so we’ve emptied the cart. Our e-mail says how it stands.`,
  CHECKOUT_EXPIRED: msg`That checkout has ended. Please try again.`,
  IDEMPOTENCY_KEY_REUSED: msg`Your cart changed while you were checking out. Please try again.`,
  CHECKOUT_UNAVAILABLE: msg`We can’t take payments at the moment. Trying again won’t help; we have to mend something first.`,
  STRIPE_UNAVAILABLE: msg`Our payment provider isn’t answering at the moment. Please try again shortly.`,
  SERVICE_UNAVAILABLE: msg`The shop is having a short break. Please try again shortly.`,
  ORIGIN_NOT_ALLOWED: msg`Please open the shop at its own address and try again.`,
};

const OTHERWISE = msg`Something went wrong on our side. Please try again in a moment.`;

/** Codes whose message is complete. For any other code the shop is at fault, and the shopper gets a reference to quote. */
const EXPECTED: ReadonlySet<Code> = new Set<Code>([
  'RATE_LIMITED',
  'PRICE_NOT_AVAILABLE',
  'OUT_OF_STOCK',
  'AMOUNT_TOO_SMALL',
  'AMOUNT_TOO_LARGE',
  'CART_NOT_PAYABLE_AT_ONCE',
  'CHECKOUT_COMPLETED',
]);

export type Explanation = {
  text: MessageDescriptor;
  /** True when something is broken; false for a refusal that the shop intends. */
  broken: boolean;
  /** For the shopper to quote to support; null unless something is broken. */
  requestId: string | null;
};

/**
 * The message that a shopper sees for an error.
 * @param money formats the limit that a total has to keep; without it no limit is named
 */
export function explainError(error: unknown, money?: FormatMoney): Explanation {
  if (!(error instanceof ApiError)) return { text: OTHERWISE, broken: true, requestId: null };
  const broken = !EXPECTED.has(error.code);
  return {
    text: explainLimit(error, money) ?? MESSAGES[error.code] ?? OTHERWISE,
    broken,
    requestId: broken ? error.requestId : null,
  };
}

type FormatMoney = (amountMinor: number, currency: string) => string;

function explainLimit({ code, limit }: ApiError, money?: FormatMoney): MessageDescriptor | null {
  if (!limit || !money) return null;
  const amount = money(limit.amountMinor, limit.currency);
  if (code === 'AMOUNT_TOO_SMALL')
    return msg`The least we can charge is ${amount}. Please add something to your cart.`;
  if (code === 'AMOUNT_TOO_LARGE')
    return msg`The most we can charge at once is ${amount}. Please split your order.`;
  return null;
}
