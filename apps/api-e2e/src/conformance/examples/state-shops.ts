import { openStripeProxy } from '@shop/shop-harness/network/stripe-proxy';
import type Stripe from 'stripe';
import { ConformanceShop } from '../conformance-shop';

const SHIPPING = {
  countries: ['US', 'JP'],
  rates: [
    { name: 'Standard', amountMinor: 500, deliveryDays: { minimum: 3, maximum: 5 } },
    { name: 'Free', amountMinor: 0, deliveryDays: { minimum: 5, maximum: 9 } },
  ],
};

/** What the payment page of a shop for businesses asks. */
const ASKED = {
  phone: true,
  taxIds: true,
  terms: true,
  invoices: true,
  customFields: [{ key: 'po', type: 'text', optional: true, label: { en: 'PO number' } }],
};

/** The shop for businesses sells in dollars. `changeable`: the same, where shoppers can change their orders. */
export type StateShopName = 'usd' | 'jpy' | 'business' | 'changeable';

/** Shops whose orders can reach every state. Stripe can tell all of them something wrong. */
export class StateShops {
  readonly #lies = new Map<string, Partial<Stripe.Checkout.Session>>();
  readonly #open = new Map<string, Promise<ConformanceShop>>();

  /** @param api more environment variables of the API */
  constructor(private readonly api: Record<string, string> = {}) {}

  in(name: StateShopName): Promise<ConformanceShop> {
    const opening = this.#open.get(name) ?? this.#start(name);
    this.#open.set(name, opening);
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

  async #start(name: StateShopName): Promise<ConformanceShop> {
    const isForBusiness = name === 'business' || name === 'changeable';
    const rewrite = ({ id }: Stripe.Checkout.Session) => this.#lies.get(id);
    const shop = await ConformanceShop.open({
      api: { ...this.api },
      shop: {
        currency: name === 'jpy' ? 'jpy' : 'usd',
        ...(isForBusiness && { legal: { terms: 'https://shop.example/terms' } }),
        ...(name === 'changeable' && { cancellation: { minutes: 30 } }),
        checkout: { shipping: SHIPPING, ...(isForBusiness && ASKED) },
      },
      beforeStripe: (url) => openStripeProxy(url, { rewrite }),
    });
    await shop.shop.sandbox.call('PUT', 'settings', { bankTransfers: true });
    return shop;
  }
}
