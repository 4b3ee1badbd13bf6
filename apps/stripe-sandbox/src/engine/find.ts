import type { Engine } from './engine.types';
import { getSessionRecord } from './checkout/get-session-record';
import { retrieveCustomer } from './customers';

/** The object with this id, of any kind; undefined if there is none. */
export function findObject(engine: Engine, id: string): object | undefined {
  const { store } = engine;
  const prefix = id.slice(0, id.indexOf('_'));
  switch (prefix) {
    case 'cus':
    case 'acct':
      return store.customers.get(id) ?? (store.accounts.get(id) && retrieveCustomer(engine, id));
    case 'cs':
      return store.sessions.get(id) && getSessionRecord(engine, id).object;
    case 'pi':
      return store.paymentIntents.get(id);
    case 'ch':
    case 'py':
      return store.charges.get(id);
    case 'pm':
      return store.paymentMethods.get(id)?.object;
    case 'promo':
      return store.promotionCodes.get(id);
    case 're':
      return store.refunds.get(id);
    case 'dp':
      return store.disputes.get(id);
    case 'prv':
      return store.reviews.get(id);
    case 'issfr':
      return store.earlyFraudWarnings.get(id);
    case 'seti':
      return store.setupIntents.get(id);
    case 'sub':
      return store.subscriptions.get(id);
    case 'in':
      return store.invoices.get(id);
    case 'shr':
      return store.shippingRates.get(id);
    case 'price':
      return store.prices.get(id);
    case 'txn':
      return store.balanceTransactions.get(id);
    default:
      // Products and coupons can have an id that the caller chose.
      return store.products.get(id) ?? store.coupons.get(id);
  }
}
