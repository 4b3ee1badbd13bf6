import type Stripe from 'stripe';
import type { Engine } from './engine.types';

/** Stripe Tax of the account, by the settings (https://docs.stripe.com/api/tax/settings). */
export function taxSettings({ settings }: Engine): Stripe.Tax.Settings {
  const { taxIsActive, taxBehavior } = settings;
  return {
    object: 'tax.settings',
    defaults: { provider: 'stripe', tax_behavior: taxBehavior, tax_code: null },
    head_office: taxIsActive ? { address: HEAD_OFFICE } : null,
    livemode: false,
    status: taxIsActive ? 'active' : 'pending',
    status_details: taxIsActive ? { active: {} } : { pending: { missing_fields: ['head_office'] } },
  };
}

const HEAD_OFFICE: Stripe.Address = {
  city: 'Springfield',
  country: 'US',
  line1: '1 Main Street',
  line2: null,
  postal_code: '62701',
  state: 'IL',
};
