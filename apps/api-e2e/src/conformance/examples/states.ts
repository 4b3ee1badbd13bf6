import type { ConfirmationState } from '@shop/contract';
import type { Answer } from '@shop/shop-harness/network/http-client';
import { openStripeProxy } from '@shop/shop-harness/network/stripe-proxy';
import { until } from '@shop/shop-harness/until';
import type Stripe from 'stripe';
import { ConformanceShop } from '../conformance-shop';
import { checkout, sessionOf } from '../scenarios/checkout';
import { confirmation } from '../scenarios/order';

const EMAIL = 'jenny.rosen@example.com';
const ARRIVES_WITHIN_MS = 15_000;

/** Shops whose orders can reach every state. One sells in dollars, one in yen. Stripe can tell both something wrong. */
export class StateShops {
  readonly #lies = new Map<string, Partial<Stripe.Checkout.Session>>();
  readonly #open = new Map<string, Promise<ConformanceShop>>();

  in(currency: 'usd' | 'jpy'): Promise<ConformanceShop> {
    const opening = this.#open.get(currency) ?? this.#start(currency);
    this.#open.set(currency, opening);
    return opening;
  }

  /** From now on Stripe reports this about the session. */
  lieAbout(stripeSessionId: string, lie: Partial<Stripe.Checkout.Session>): void {
    this.#lies.set(stripeSessionId, lie);
  }

  async close(): Promise<void> {
    // A shop that failed to open has nothing to close, and must not keep the others open.
    const opened = await Promise.allSettled(this.#open.values());
    for (const one of opened) if (one.status === 'fulfilled') await one.value.close();
  }

  async #start(currency: string): Promise<ConformanceShop> {
    const rewrite = (session: Stripe.Checkout.Session) => {
      const lie = this.#lies.get(session.id);
      return lie && { ...session, ...lie };
    };
    const shop = await ConformanceShop.open({
      api: { SHOP_CURRENCY: currency, CHECKOUT_SHIPPING_COUNTRIES: 'US,JP' },
      beforeStripe: (url) => openStripeProxy(url, { rewrite }),
    });
    await shop.shop.sandbox.call('PUT', 'settings', { bankTransfers: true });
    return shop;
  }
}

interface Path {
  /** Dollars when left out. */
  currency?: 'jpy';
  /** A mug when left out. */
  free?: true;
  /** What happens after checkout. */
  drive: (happens: Happens, shops: StateShops, stripeSessionId: string) => Promise<unknown>;
}

type Happens = (what: string, body?: object) => Promise<unknown>;

const pay = (happens: Happens, method = 'card', more: object = {}) =>
  happens('complete', { name: 'Jenny Rosen', email: EMAIL, method, ...more });

/** Pays with one of Stripe's test cards (https://docs.stripe.com/testing), then refunds. */
async function refundOf(happens: Happens, number: string): Promise<void> {
  await pay(happens, 'card', { card: { number } });
  await happens('refund');
}

/** How an order reaches each state. */
const paths: Record<ConfirmationState, Path> = {
  open: { drive: () => Promise.resolve() },
  processing: { drive: (happens) => pay(happens, 'us_bank_account') },
  awaiting_voucher: { currency: 'jpy', drive: (happens) => pay(happens, 'konbini') },
  awaiting_bank_transfer: { drive: (happens) => pay(happens, 'customer_balance') },
  awaiting_microdeposits: {
    drive: (happens) => pay(happens, 'us_bank_account', { microdeposits: true }),
  },
  payment_review: {
    drive: (happens) => pay(happens, 'card', { card: { number: '4000000000009235' } }),
  },
  under_review: {
    drive: (happens, shops, stripeSessionId) => {
      shops.lieAbout(stripeSessionId, { amount_subtotal: 1 });
      return pay(happens);
    },
  },
  confirmed: { drive: (happens) => pay(happens) },
  nothing_to_pay: { free: true, drive: (happens) => pay(happens) },
  payment_failed: {
    drive: async (happens) => {
      await pay(happens, 'us_bank_account');
      await happens('fail');
    },
  },
  expired: { drive: (happens) => happens('expire') },
  partially_refunded: {
    drive: async (happens) => {
      await pay(happens);
      await happens('refund', { amount: 400 });
    },
  },
  refunded: {
    drive: async (happens) => {
      await pay(happens);
      await happens('refund');
    },
  },
  refund_pending: { drive: (happens) => refundOf(happens, '4000000000007726') },
  refund_failed: { drive: (happens) => refundOf(happens, '4000000000005126') },
  refund_requires_action: {
    currency: 'jpy',
    drive: async (happens) => {
      await pay(happens, 'konbini');
      await happens('settle');
      await happens('refund');
    },
  },
  dispute_lost: {
    drive: async (happens) => {
      await pay(happens);
      await happens('dispute', { status: 'lost' });
    },
  },
  disputed: {
    drive: async (happens) => {
      await pay(happens);
      await happens('dispute');
    },
  },
  checking: {
    drive: (happens, shops, stripeSessionId) => {
      // An undocumented status: the SDK's types leave room for it.
      shops.lieAbout(stripeSessionId, { payment_status: 'a_new_status' });
      return pay(happens);
    },
  },
};

/**
 * Brings an order into the state.
 * @returns its confirmation for its own browser (full) and for another browser (masked)
 */
export async function confirmationsIn(
  state: ConfirmationState,
  shops: StateShops,
): Promise<{ full: Answer; masked: Answer }> {
  const { currency = 'usd', free, drive } = paths[state];
  const shop = await shops.in(currency);
  const checkedOut = await checkout(shop, {
    priceId: free ? shop.freePriceId : shop.priceId,
    headers: { 'accept-language': 'en' },
  });
  const id = sessionOf(checkedOut);
  const happens: Happens = (what, body = {}) =>
    shop.shop.sandbox.call('POST', `sessions/${id}/${what}`, body);
  await drive(happens, shops, id);
  const cookie = String(checkedOut.headers['set-cookie']).split(';')[0] ?? '';
  const full = await until(
    () => confirmation(shop, id, { cookie }),
    ({ body }) => body.includes(`"state":"${state}"`),
    { timeoutMs: ARRIVES_WITHIN_MS, everyMs: 200 },
  );
  return { full, masked: await confirmation(shop, id) };
}
