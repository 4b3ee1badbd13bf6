/**
 * Creates the shop's products and prices in the Stripe account of STRIPE_SECRET_KEY, a test key. Safe to run twice.
 * Run as `npm run stripe:seed`; STRIPE_API_BASE points it at the sandbox.
 */
import Stripe from 'stripe';
import { seedCatalogue } from '../libs/stack/src/seed-catalogue.ts';

const { STRIPE_SECRET_KEY: key, STRIPE_API_BASE: base, WEB_URL: webUrl } = process.env;
if (!/^(sk|rk)_test_\S+$/.test(key ?? '')) {
  console.error(
    'Set STRIPE_SECRET_KEY to a test key (sk_test_…): the catalogue is for trying things out.',
  );
  process.exit(1);
}
const url = base && new URL(base);
const stripe = new Stripe(key, {
  telemetry: false,
  ...(url && { protocol: url.protocol.slice(0, -1), host: url.hostname, port: url.port }),
});
const { created, found } = await seedCatalogue(stripe, webUrl ?? 'http://localhost:4200');
console.log(`${created} prices created, ${found} were there already.`);
