import type Stripe from 'stripe';
import { taxSettings } from '../engine/tax-settings';
import { retrieveRoute } from './route';

/** The sandbox's only account. */
const ACCOUNT: Stripe.Account = {
  id: 'acct_1SandboxAccount0',
  object: 'account',
  business_profile: null,
  capabilities: { card_payments: 'active' },
  charges_enabled: true,
  country: 'US',
  default_currency: 'usd',
  details_submitted: true,
  email: 'shop@example.com',
  payouts_enabled: true,
  type: 'standard',
};

export const ownAccountRoutes = [
  retrieveRoute('/v1/account', 'AccountRetrieveCurrentParams', () => ACCOUNT),
  retrieveRoute('/v1/tax/settings', 'Tax.SettingsRetrieveParams', taxSettings),
];
