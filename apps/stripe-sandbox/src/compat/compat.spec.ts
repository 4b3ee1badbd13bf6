import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { accountsSuite } from './accounts.compat';
import { catalogueSuite } from './catalogue.compat';
import { checkoutSuite } from './checkout.compat';
import { checkoutRefusalsSuite } from './checkout-refusals.compat';
import { customersSuite } from './customers.compat';
import { paymentsSuite } from './payments.compat';
import { invoicesSuite } from './invoices.compat';
import { promotionsSuite } from './promotions.compat';
import { refundsSuite } from './refunds.compat';
import { requestsSuite } from './requests.compat';
import { setupIntentsSuite } from './setup-intents.compat';
import { startSandboxTarget, stripeTarget, type Target } from './target';
import { subscriptionsSuite } from './subscriptions.compat';
import { webhooksSuite } from './webhooks.compat';

/** Everything that works as at Stripe. With a test key the same tests run against Stripe itself. */
function suite(start: () => Target | Promise<Target>): void {
  let target: Target;
  beforeAll(async () => {
    target = await start();
  });
  afterAll(() => target.close());
  const get = () => target;
  catalogueSuite(get);
  customersSuite(get);
  promotionsSuite(get);
  checkoutSuite(get);
  checkoutRefusalsSuite(get);
  paymentsSuite(get);
  refundsSuite(get);
  setupIntentsSuite(get);
  invoicesSuite(get);
  subscriptionsSuite(get);
  webhooksSuite(get);
  requestsSuite(get);
}

describe('the sandbox, through the SDK', () => {
  suite(startSandboxTarget);
  describe('with Accounts v2', () => {
    let target: Target;
    beforeAll(async () => {
      target = await startSandboxTarget();
    });
    afterAll(() => target.close());
    accountsSuite(() => target);
  });
});

const key = process.env['STRIPE_SECRET_KEY'] ?? '';

if (key.startsWith('sk_test_')) {
  describe("Stripe's test mode, through the SDK", () => {
    suite(() => stripeTarget(key));
  });
} else {
  it.skip("Stripe's test mode: skipped, STRIPE_SECRET_KEY holds no sk_test_ key", () => undefined);
}
