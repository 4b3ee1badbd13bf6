import type { CheckoutRequest } from '@shop/contract';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { ApiError } from '../../api-client/api-error';
import { emptyCart, releaseLines } from './cart';
import { readCart, updateCart, useCart } from './cart-store';
import { attemptKey, endAttempt, keepOrderNumber } from './checkout-attempt';
import { createCheckout } from './create-checkout';
import { useCountdown } from './use-countdown';

type Items = CheckoutRequest['items'];

/** Codes that say that the key belongs to an attempt that is over. The checkout is repeated with a new key. */
const RENEWED_BY_ITSELF: ReadonlySet<string> = new Set([
  'IDEMPOTENCY_KEY_REUSED',
  'CHECKOUT_EXPIRED',
]);

/** Codes that say that the order of the attempt is closed, although nothing was paid. */
const CLOSES_ORDER: ReadonlySet<string> = new Set([
  'PRICE_NOT_AVAILABLE',
  'AMOUNT_TOO_SMALL',
  'AMOUNT_TOO_LARGE',
  'CHECKOUT_UNAVAILABLE',
]);

/** The address of a checkout is not a known payment page, so it is not followed. */
export class UnknownPaymentPage extends Error {}

/**
 * Leads to the payment page. There is one checkout per attempt, however often the button is pressed. The shopper leaves
 * only from the cart, and only for a known page. After the browser's Back button, the Checkout button works again.
 */
export function useCheckout({ isPaymentPage, goTo, onRefused }: UseCheckout) {
  const sending = useRef(false);
  const attempt = useCart().attempt;
  const { mutate, reset, data, error, isPending } = useMutation({
    mutationFn: async (tried: Tried) => {
      const { key, checkout } = await createOnce(tried);
      if (!isPaymentPage(checkout.url)) throw new UnknownPaymentPage();
      return { ...checkout, key, current: keepOrderNumber(key, checkout.orderNumber) };
    },
    onError: (failure) => {
      if (failure instanceof ApiError && CLOSES_ORDER.has(failure.code)) endAttempt();
    },
    onSettled: () => {
      sending.current = false;
    },
  });
  /** What a refusal changes, and the cart has to say. */
  const showRefusal = (failure: Error, { items, key }: Tried) => {
    if (!(failure instanceof ApiError)) return;
    if (failure.code === 'CHECKOUT_COMPLETED') {
      // Another tab has changed the cart since: it is not the one that was ordered.
      if (readCart().attempt?.idempotencyKey !== key) reset();
      else updateCart(() => emptyCart);
    }
    if (failure.code === 'PRICE_NOT_AVAILABLE')
      onRefused('notForSale', namedItems(items, failure.paths));
    if (failure.code === 'CART_NOT_PAYABLE_AT_ONCE')
      onRefused('notTogether', namedItems(items, failure.paths));
    if (failure.code === 'OUT_OF_STOCK') {
      const short = namedItems(items, failure.paths);
      updateCart((cart) =>
        releaseLines(
          cart,
          short.map(({ priceId }) => priceId),
        ),
      );
      onRefused('tooFewLeft', short);
    }
  };
  const waitMs = error instanceof ApiError ? (error.retryAfterMs ?? 0) : 0;
  const waitSeconds = useCountdown(error, waitMs);
  const leavingFor = data && data.key === attempt?.idempotencyKey ? data.url : null;

  useEffect(() => {
    const onPageShow = (event: PageTransitionEvent) => {
      if (event.persisted) reset();
    };
    window.addEventListener('pageshow', onPageShow);
    return () => window.removeEventListener('pageshow', onPageShow);
  }, [reset]);

  return {
    /** Waiting for the answer, or for the browser to leave. */
    busy: isPending || leavingFor !== null,
    error,
    /** Until the API may be asked again. */
    waitSeconds,
    /** Forgets a refusal: the cart that it was about is another one. How long to wait does not depend on the cart. */
    dismiss: () => {
      if (!sending.current && waitSeconds === 0) reset();
    },
    /** @param replaces session of an order whose open payment is cancelled first */
    start: (items: Items, replaces?: string) => {
      if (leavingFor) {
        goTo(leavingFor);
      } else if (!sending.current) {
        // A second click can come before the next render, so state would be too late.
        sending.current = true;
        // The attempt may be the one whose payment is open.
        if (replaces) endAttempt();
        mutate(
          { items, replaces, key: attemptKey() },
          // Called only while the cart is shown: whoever has gone on in the shop has walked away from this checkout.
          {
            onSuccess: ({ url, current }) => {
              if (current) goTo(url);
            },
            onError: showRefusal,
          },
        );
      }
    },
  };
}

type UseCheckout = {
  isPaymentPage: (url: string) => boolean;
  goTo: (url: string) => void;
  /** Called with the requested items that the API named, if it named any. */
  onRefused: (why: 'notForSale' | 'tooFewLeft' | 'notTogether', items: Items) => void;
};

/** A cart that is checked out, with the key of its attempt. */
type Tried = Pick<CheckoutRequest, 'items' | 'replaces'> & { key: string };

async function createOnce({ key, ...body }: Tried) {
  try {
    return { key, checkout: await createCheckout(body, key) };
  } catch (error) {
    if (!(error instanceof ApiError && RENEWED_BY_ITSELF.has(error.code))) throw error;
    endAttempt();
    const newKey = attemptKey();
    return { key: newKey, checkout: await createCheckout(body, newKey) };
  }
}

function namedItems(items: Items, paths: readonly string[]): Items {
  return paths.flatMap((path) => {
    const index = /^items\.(\d+)(\.|$)/.exec(path)?.[1];
    const item = index === undefined ? undefined : items[Number(index)];
    return item ? [item] : [];
  });
}
