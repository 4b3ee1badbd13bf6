import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { ApiError } from './api-error';

type Code = ApiError['code'];

const MESSAGES: Partial<Record<Code, MessageDescriptor>> = {
  NO_CONNECTION: msg`We can’t reach the shop right now. Please check your connection and try again.`,
  RATE_LIMITED: msg`That was a lot of tries in a short time. Please wait a moment.`,
  PRICE_NOT_AVAILABLE: msg`Something in your cart is no longer for sale. We’ve updated the cart; please have another look.`,
  OUT_OF_STOCK: msg`There isn’t enough left of something in your cart. Please look at what is marked there.`,
  CHECKOUT_COMPLETED: msg`This cart has already been paid for, so we’ve emptied it. The confirmation comes by e-mail.`,
  CHECKOUT_EXPIRED: msg`That checkout has ended. Please try again.`,
  IDEMPOTENCY_KEY_REUSED: msg`Your cart changed while you were checking out. Please try again.`,
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
  'CHECKOUT_COMPLETED',
]);

export type Explanation = {
  text: MessageDescriptor;
  /** True when something is broken; false for a refusal that the shop intends. */
  broken: boolean;
  /** For the shopper to quote to support; null unless something is broken. */
  requestId: string | null;
};

/** The message that a shopper sees for an error. */
export function explainError(error: unknown): Explanation {
  if (!(error instanceof ApiError)) return { text: OTHERWISE, broken: true, requestId: null };
  const broken = !EXPECTED.has(error.code);
  return {
    text: MESSAGES[error.code] ?? OTHERWISE,
    broken,
    requestId: broken ? error.requestId : null,
  };
}
