import type Stripe from 'stripe';
import { deleteCustomer, listCustomers, retrieveCustomer } from '../engine/customers';
import {
  createCustomerWithMethod,
  updateCustomerWithMethod,
} from '../engine/payment/customer-methods';
import { listRoute, retrieveRoute, route } from './route';

export const customerRoutes = [
  route<Stripe.CustomerCreateParams>({
    method: 'POST',
    path: '/v1/customers',
    params: 'CustomerCreateParams',
    unsettable: ['description', 'email', 'name', 'phone'],
    supports: [
      'address',
      'balance',
      'business_name',
      'description',
      'email',
      'expand',
      'individual_name',
      'invoice_settings.default_payment_method',
      'metadata',
      'name',
      'payment_method',
      'phone',
      'preferred_locales',
      'shipping',
      'tax_exempt',
    ],
    run: (engine, _id, params) => createCustomerWithMethod(engine, params),
  }),
  listRoute<Stripe.CustomerListParams>(
    '/v1/customers',
    'CustomerListParams',
    ['created', 'email'],
    listCustomers,
  ),
  retrieveRoute('/v1/customers/:id', 'CustomerRetrieveParams', retrieveCustomer),
  route<Stripe.CustomerUpdateParams>({
    method: 'POST',
    path: '/v1/customers/:id',
    params: 'CustomerUpdateParams',
    unsettable: ['description', 'email', 'name', 'phone'],
    supports: [
      'address',
      'balance',
      'description',
      'email',
      'expand',
      'invoice_settings.default_payment_method',
      'metadata',
      'name',
      'phone',
      'preferred_locales',
      'shipping',
      'tax_exempt',
    ],
    run: (engine, id, params) => updateCustomerWithMethod(engine, id, params),
  }),
  route<Stripe.CustomerDeleteParams>({
    method: 'DELETE',
    path: '/v1/customers/:id',
    params: 'CustomerDeleteParams',
    supports: [],
    run: (engine, id) => deleteCustomer(engine, id),
  }),
];
