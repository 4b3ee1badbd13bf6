import type { MerchantEvent, MerchantEventType } from '@shop/contract';
import { checkout, cookieOf, sessionOf } from '../scenarios/checkout';
import { correctAddress } from '../scenarios/order-change';
import { ship, tell } from '../scenarios/staff-calls';
import { declareWithdrawal } from '../scenarios/withdrawal';
import type { MerchantReceiver } from './merchant-receiver';
import { happensTo, pay, payForBusiness } from './payer';
import type { Happens } from './payer';
import type { StateShopName, StateShops } from './state-shops';

const PHONE = '+14155550123';

/** Stripe's test cards: https://docs.stripe.com/testing */
const VISA = '4242424242424242';
const PENDING_REFUND = '4000000000007726';
const ELEVATED_RISK = '4000000000009235';

interface Drive {
  /** Pays by card. */
  card: (number: string) => Promise<unknown>;
  /** Pays by another method. */
  by: (method: string) => Promise<unknown>;
  happens: Happens;
  /** POST to the sandbox's control API. */
  control: (path: string, body?: object) => Promise<unknown>;
  /** Waits for an event: what is no longer true when its turn comes would not be sent. */
  /** Everything in the order is out. @returns the shipment's id */
  ships: () => Promise<string>;
  /** The parcel has been delivered. */
  delivers: (shipmentId: string) => Promise<unknown>;
  told: (type: MerchantEventType) => Promise<MerchantEvent>;
  /** Corrects the shipping address as its shopper. */
  correctAddress: () => Promise<unknown>;
  /** Declares a withdrawal from the order of this number. */
  withdraw: (orderNumber: string) => Promise<unknown>;
  /** Id of the review that Radar has opened. */
  reviewId: () => Promise<string>;
}

interface Path {
  /** The shop that sells in dollars when left out. */
  shop?: StateShopName;
  /** What happens after checkout, until the event is due. */
  drive: (drive: Drive) => Promise<unknown>;
}

const idOf = (object: unknown) => (object as { id: string }).id;

/** How an order comes to each event. */
const paths: Record<MerchantEventType, Path> = {
  'order.received': { drive: ({ by }) => by('us_bank_account') },
  'order.paid': { shop: 'business', drive: ({ happens }) => payForBusiness(happens) },
  'order.payment_failed': {
    drive: async ({ by, happens, told }) => {
      await by('us_bank_account');
      await told('order.received');
      await happens('fail');
    },
  },
  'order.cancelled': {
    drive: async ({ card, control, reviewId, told }) => {
      await card(ELEVATED_RISK);
      await told('order.under_review');
      await control(`reviews/${await reviewId()}/refund`);
    },
  },
  'order.address_corrected': {
    shop: 'changeable',
    drive: async ({ happens, told, correctAddress }) => {
      await payForBusiness(happens);
      await told('order.paid');
      await correctAddress();
    },
  },
  'order.refund_pending': {
    drive: async ({ card, happens, told }) => {
      await card(PENDING_REFUND);
      await told('order.paid');
      await happens('refund');
    },
  },
  'order.refunded': {
    drive: async ({ card, happens, told }) => {
      await card(VISA);
      await told('order.paid');
      await happens('refund');
    },
  },
  'order.refund_failed': {
    drive: async ({ card, control, happens, told }) => {
      await card(PENDING_REFUND);
      await told('order.paid');
      const refundId = idOf(await happens('refund'));
      await told('order.refund_pending');
      await control(`refunds/${refundId}/fail`);
    },
  },
  'order.refund_canceled': {
    // Stripe cancels a refund only while it requires an action of the shopper, as those of vouchers do.
    shop: 'jpy',
    drive: async ({ by, control, happens, told }) => {
      await by('konbini');
      await told('order.received');
      await happens('settle');
      await told('order.paid');
      const refundId = idOf(await happens('refund'));
      await told('order.refund_pending');
      await control(`refunds/${refundId}/cancel`);
    },
  },
  'order.disputed': {
    drive: async ({ card, happens, told }) => {
      await card(VISA);
      await told('order.paid');
      await happens('dispute');
    },
  },
  'order.dispute_closed': {
    drive: async ({ card, control, happens, told }) => {
      await card(VISA);
      await told('order.paid');
      const disputeId = idOf(await happens('dispute'));
      await told('order.disputed');
      await control(`disputes/${disputeId}/close`, { outcome: 'lost' });
    },
  },
  'order.under_review': { drive: ({ card }) => card(ELEVATED_RISK) },
  'order.review_closed': {
    drive: async ({ card, control, reviewId, told }) => {
      await card(ELEVATED_RISK);
      await told('order.under_review');
      await control(`reviews/${await reviewId()}/approve`);
    },
  },
  'order.shipped': {
    shop: 'business',
    drive: async ({ happens, ships, told }) => {
      await payForBusiness(happens);
      await told('order.paid');
      await ships();
    },
  },
  'order.delivered': {
    shop: 'business',
    drive: async ({ delivers, happens, ships, told }) => {
      await payForBusiness(happens);
      await told('order.paid');
      await delivers(await ships());
    },
  },
  'order.withdrawal_requested': {
    shop: 'business',
    drive: async ({ happens, told, withdraw }) => {
      await payForBusiness(happens);
      const { data } = await told('order.paid');
      await withdraw(data.orderNumber);
    },
  },
};

/** Brings an order to the event. @returns the event as the merchant's system got it */
export async function merchantEventIn(
  type: MerchantEventType,
  shops: StateShops,
  receiver: MerchantReceiver,
): Promise<MerchantEvent> {
  const { shop: name = 'usd', drive } = paths[type];
  const shop = await shops.in(name);
  const { sandbox, stripe } = shop.shop;
  const started = await checkout(shop, { headers: { 'accept-language': 'en' } });
  const id = sessionOf(started);
  const { orderNumber } = JSON.parse(started.body) as { orderNumber: string };
  const happens = happensTo(shop, id);
  await drive({
    card: (number) => pay(happens, 'card', { phone: PHONE, card: { number } }),
    by: (method) => pay(happens, method, { phone: PHONE }),
    happens,
    control: (path, body = {}) => sandbox.call('POST', path, body),
    told: (before) => receiver.told(id, before),
    ships: async () => {
      const { body } = await ship(shop, orderNumber);
      return (JSON.parse(body) as { shipment: { id: string } }).shipment.id;
    },
    delivers: (shipmentId) =>
      tell(shop, orderNumber, shipmentId, { at: new Date().toISOString(), status: 'delivered' }),
    correctAddress: () => correctAddress(shop, id, cookieOf(started)),
    withdraw: (number) => declareWithdrawal(shop, { orderNumber: number }),
    reviewId: async () => {
      const { payment_intent: paymentIntentId } = await sandbox.session(id);
      const { data } = await stripe.reviews.list();
      const review = data.find((one) => one.payment_intent === paymentIntentId);
      if (!review) throw new Error(`Radar reviews no payment of ${id}.`);
      return review.id;
    },
  });
  return receiver.told(id, type);
}
