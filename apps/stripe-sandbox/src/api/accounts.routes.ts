import type Stripe from 'stripe';
import {
  accountView,
  closeAccount,
  createAccount,
  getAccount,
  updateAccount,
} from '../engine/accounts';
import { route } from './route';
import { PAGE, v2Page, type V2PageParams } from './v2-page';

const WRITABLE = ['contact_email', 'contact_phone', 'display_name', 'include', 'metadata'];

export const accountRoutes = [
  route<Stripe.V2.Core.AccountCreateParams>({
    method: 'POST',
    path: '/v2/core/accounts',
    params: 'V2.Core.AccountCreateParams',
    supports: [
      ...WRITABLE,
      'configuration.customer.shipping',
      'identity.country',
      'identity.entity_type',
    ],
    run: (engine, _id, params) => accountView(createAccount(engine, params), params.include),
  }),
  route<Stripe.V2.Core.AccountListParams & V2PageParams>({
    method: 'GET',
    path: '/v2/core/accounts',
    params: 'V2.Core.AccountListParams',
    legacy: PAGE,
    supports: ['closed', 'limit'],
    run: (engine, _id, params) => {
      const matching = engine.store.accounts
        .newestFirst()
        .filter((account) => (account.closed ?? false) === (params.closed ?? false));
      const page = v2Page(matching, params, '/v2/core/accounts');
      return { ...page, data: page.data.map((account) => accountView(account)) };
    },
  }),
  route<Stripe.V2.Core.AccountRetrieveParams>({
    method: 'GET',
    path: '/v2/core/accounts/:id',
    params: 'V2.Core.AccountRetrieveParams',
    supports: ['include'],
    run: (engine, id, params) => accountView(getAccount(engine, id), params.include),
  }),
  route<Stripe.V2.Core.AccountUpdateParams>({
    method: 'POST',
    path: '/v2/core/accounts/:id',
    params: 'V2.Core.AccountUpdateParams',
    supports: WRITABLE,
    run: (engine, id, params) => accountView(updateAccount(engine, id, params), params.include),
  }),
  route<Stripe.V2.Core.AccountCloseParams>({
    method: 'POST',
    path: '/v2/core/accounts/:id/close',
    params: 'V2.Core.AccountCloseParams',
    supports: [],
    run: (engine, id) => accountView(closeAccount(engine, id)),
  }),
];
