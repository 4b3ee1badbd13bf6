import type { Confirmation, ConfirmationState } from '@shop/contract';
import type { Answer } from '@shop/shop-harness/network/http-client';
import { until } from '@shop/shop-harness/until';
import { checkout, cookieOf, sessionOf } from '../scenarios/checkout';
import { confirmation } from '../scenarios/order';
import { happensTo, pay, payByCard, payForBusiness } from './payer';
import type { Happens } from './payer';
import type { StateShopName, StateShops } from './state-shops';

const ARRIVES_WITHIN_MS = 15_000;

interface Path {
  /** The shop that sells in dollars when left out. */
  shop?: StateShopName;
  /** A mug when left out. */
  free?: true;
  /** What happens after checkout. */
  drive: (
    happens: Happens,
    shops: StateShops,
    stripeSessionId: string,
    /** Waits until an e-mail about the order has been sent. */
    mailed: () => Promise<unknown>,
  ) => Promise<unknown>;
}

const mailOf = (told: Confirmation) => (told.view === 'full' ? told.mail : null);
const isMailed = (told: Confirmation) => mailOf(told)?.status === 'sent';
const isMailPending = (told: Confirmation) => mailOf(told)?.status === 'pending';

async function refundOf(happens: Happens, number: string): Promise<void> {
  await payByCard(happens, number);
  await happens('refund');
}

/** How an order reaches each state. */
const paths: Record<ConfirmationState, Path> = {
  open: { drive: () => Promise.resolve() },
  processing: { drive: (happens) => pay(happens, 'us_bank_account') },
  awaiting_voucher: { shop: 'jpy', drive: (happens) => pay(happens, 'konbini') },
  awaiting_bank_transfer: { drive: (happens) => pay(happens, 'customer_balance') },
  awaiting_microdeposits: {
    drive: (happens) => pay(happens, 'us_bank_account', { microdeposits: true }),
  },
  payment_review: {
    drive: (happens) => payByCard(happens, '4000000000009235'),
  },
  under_review: {
    drive: (happens, shops, stripeSessionId) => {
      shops.lieAbout(stripeSessionId, { amount_subtotal: 1 });
      return pay(happens);
    },
  },
  confirmed: { shop: 'business', drive: payForBusiness },
  nothing_to_pay: {
    free: true,
    drive: (happens) => pay(happens, 'card', { shippingRate: 'Free' }),
  },
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
    shop: 'jpy',
    drive: async (happens) => {
      await pay(happens, 'konbini');
      await happens('settle');
      await happens('refund');
    },
  },
  dispute_lost: {
    drive: async (happens, _shops, _id, mailed) => {
      await pay(happens);
      await mailed();
      await happens('dispute', { status: 'lost' });
    },
  },
  disputed: {
    drive: async (happens, _shops, _id, mailed) => {
      await pay(happens);
      await mailed();
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
  const { shop: name = 'usd', free, drive } = paths[state];
  const shop = await shops.in(name);
  const checkedOut = await checkout(shop, {
    priceId: free ? shop.freePriceId : shop.priceId,
    headers: { 'accept-language': 'en' },
  });
  const id = sessionOf(checkedOut);
  const cookie = cookieOf(checkedOut);
  /** Reads the confirmation until it holds. */
  const told = (holds: (told: Confirmation) => boolean) =>
    until(
      () => confirmation(shop, id, { cookie }),
      ({ body }) => holds(JSON.parse(body) as Confirmation),
      { timeoutMs: ARRIVES_WITHIN_MS, everyMs: 200 },
    );
  await drive(happensTo(shop, id), shops, id, () => told(isMailed));
  const full = await told((now) => now.state === state && !isMailPending(now));
  return { full, masked: await confirmation(shop, id) };
}
