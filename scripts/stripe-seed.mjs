/** `npm run stripe:seed`: creates the shop's catalogue in a Stripe test account. */
import { printHelp } from './print-help.mjs';
import { requireNode } from './require-node.mjs';

printHelp(`npm run stripe:seed

Creates the products of products.json, beside the shop file, with their prices in the Stripe account of STRIPE_SECRET_KEY, which must be a test key. What is
there already stays as it is, so it is safe to run twice.

Variables, also from a file .env:
  STRIPE_SECRET_KEY   a test key, sk_test_… or rk_test_…
  STRIPE_API_BASE     the origin of the sandbox, instead of Stripe
  SHOP_CONFIG         the shop file (shop.json)
  WEB_URL             origin of the shop, for the pictures (http://localhost:4200)`);

requireNode('npm run stripe:seed');
const { default: Stripe } = await import('stripe');
const { explainFailure } = await import('../libs/stack/src/explain-failure.ts');
const { seedCatalogue } = await import('../libs/stack/src/seed-catalogue.ts');
const { loadEnvFile } = await import('../libs/stack/src/settings.ts');
const { shopFileOfEnvironment } = await import('../libs/stack/src/write-shop-file.ts');

loadEnvFile();
const { STRIPE_SECRET_KEY: key, STRIPE_API_BASE: base, WEB_URL: webUrl } = process.env;
if (!/^(sk|rk)_test_\S+$/.test(key ?? '')) {
  console.error(
    'Set STRIPE_SECRET_KEY to a test key (sk_test_…): the catalogue is for trying things out.',
  );
  process.exit(1);
}
if (base && !URL.canParse(base)) {
  console.error('STRIPE_API_BASE must be an origin, such as http://127.0.0.1:4242.');
  process.exit(1);
}
const url = base && new URL(base);
const stripe = new Stripe(key, {
  telemetry: false,
  ...(url && { protocol: url.protocol.slice(0, -1), host: url.hostname, port: url.port }),
});
try {
  const { created, found } = await seedCatalogue(
    stripe,
    webUrl || 'http://localhost:4200',
    shopFileOfEnvironment(),
  );
  console.log(`${created} prices created, ${found} were there already.`);
} catch (error) {
  console.error(explainFailure(error));
  process.exit(1);
}
