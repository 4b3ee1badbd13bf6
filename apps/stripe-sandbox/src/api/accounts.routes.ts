import type Stripe from 'stripe';
import {
  accountView,
  createAccount,
  getAccount,
  listAccounts,
  updateAccount,
} from '../engine/accounts';
import { route } from './route';

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
  route<Stripe.V2.Core.AccountListParams>({
    method: 'GET',
    path: '/v2/core/accounts',
    params: 'V2.Core.AccountListParams',
    supports: ['limit'],
    run: (engine, _id, params) => ({
      data: listAccounts(engine, params.limit).map((account) => accountView(account)),
      next_page_url: null,
      previous_page_url: null,
    }),
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
];
