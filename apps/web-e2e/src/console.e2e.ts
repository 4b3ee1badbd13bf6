import { expect, test } from '@playwright/test';
import { ConsoleShop } from './console/console-shop';
import { expectAccessible, expectNoSidewaysScroll } from './dev-shop';

/** Incidents that a person on call finds from the overview, and ends on the page or is told how to. */
test.describe('the console', () => {
  test.describe.configure({ mode: 'serial' });
  let shop: ConsoleShop;

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(180_000);
    shop = await ConsoleShop.open(await browser.newPage());
  });
  test.afterAll(async () => {
    await shop?.page.close();
    await shop?.close();
  });

  async function expectAccessibleInBoth() {
    for (const colorScheme of ['light', 'dark'] as const) {
      await shop.page.emulateMedia({ colorScheme });
      await expectAccessible(shop.page);
    }
  }

  test('lets its owner in by the link of the start, once', async ({ browser }) => {
    const { page, stack } = shop;
    await page.goto(stack.signInUrl ?? '');
    await expectAccessibleInBoth();
    await page.getByRole('button', { name: 'Sign in to the console' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview');
    await expect(page.getByText('owner, operator')).toBeVisible();
    const other = await browser.newPage();
    await other.goto(stack.signInUrl ?? '');
    await other.getByRole('button', { name: 'Sign in to the console' }).click();
    await expect(other.getByRole('alert')).toContainText('was used');
    await expect(other.getByText('npm run staff -- people link <name>')).toBeVisible();
    await expect(other.getByRole('button')).toHaveCount(0);
    await other.close();
  });

  test('worker gone: it says what does not happen, and what to start', async () => {
    test.skip(!shop.hasNoWorker, 'PostgreSQL is not installed: the API is the worker.');
    // A worker that starts beside the API has a minute for its first sweep.
    const need = await shop.untilNeeded(/No worker has begun a sweep/, 90_000);
    await expect(need).toContainText('Start a worker: npm run worker');
    await expectAccessibleInBoth();
    await shop.startWorking();
    await expect(need).toBeHidden();
  });

  test('clock off: it says how far, and who sets it', async () => {
    shop.outside.stripeAheadMs = -100_000;
    await shop.overview();
    await shop.lookAtStripe('planted: the clock');
    const need = await shop.untilNeeded(/The clock is \d+ s ahead of Stripe's/);
    await expect(need).toContainText('set its clock by the network');
    shop.outside.stripeAheadMs = 0;
    await shop.lookAtStripe('the clock is set');
    await expect(need).toBeHidden();
  });

  test('key lacks a permission: it is named, and looked for again once it is there', async () => {
    await shop.control('PUT', 'faults', { missingPermissions: ['rak_dispute_read'] });
    await shop.overview();
    await shop.lookAtStripe('planted: the permission');
    const need = await shop.untilNeeded(/rak_dispute_read/);
    await expect(need).toContainText('in the Stripe Dashboard, under API keys');
    await shop.control('PUT', 'faults', { missingPermissions: [] });
    await shop.lookAtStripe('the permission is given');
    await expect(need).toBeHidden();
  });

  test('endpoint gone: it says what makes it, and looks again', async () => {
    const { webhookEndpoints } = shop.stack.stripe;
    const { data } = await webhookEndpoints.list();
    const [gone] = data;
    await webhookEndpoints.del(gone?.id ?? '');
    await shop.overview();
    await shop.lookAtStripe('planted: the endpoint');
    const need = await shop.untilNeeded(/no (enabled )?webhook endpoint/i);
    await expect(need).toContainText('npm run stripe:connect');
    const { id } = await webhookEndpoints.create({ url: gone?.url ?? '', enabled_events: ['*'] });
    const secret = { secret: shop.stack.webhookSecret, overlapMs: 0 };
    await shop.control('POST', `endpoints/${id}/roll-secret`, secret);
    await shop.lookAtStripe('the endpoint is made');
    await expect(need).toBeHidden();
  });

  test('payment that does not match: it is decided about', async () => {
    const { sessionId, orderNumber, priceId } = await shop.checkOut();
    const { checkout } = shop.stack.stripe;
    const own = await checkout.sessions.retrieve(sessionId);
    const other = await checkout.sessions.create({
      mode: 'payment',
      line_items: [{ price: priceId, quantity: 1 }],
      success_url: own.success_url ?? '',
      client_reference_id: own.client_reference_id ?? '',
      metadata: own.metadata ?? {},
    });
    await shop.pay(other.id);
    await shop.openOrder(/waits for a decision/, orderNumber);
    const { page } = shop;
    await expect(page.getByText(/It waits for a decision/)).toBeVisible();
    await expectAccessibleInBoth();
    const sure = 'Yes: dismiss the alert';
    await shop.act('Dismiss the alert', 'planted: the payment', { sure });
    await expect(page.getByText(/Refund it in Stripe first/)).toBeVisible();
    await shop.control('POST', `sessions/${other.id}/refund`);
    await page.getByRole('button', { name: sure }).click();
    await shop.untilNothingIsWrong(/waits for a decision/, orderNumber);
  });

  test('mail refused: the address is corrected, and the e-mail goes out', async () => {
    shop.outside.unknownAddresses.add('jenny@typo.example');
    const { orderNumber } = await shop.buy('jenny@typo.example');
    await shop.openOrder(/refused for good/, orderNumber);
    await expect(shop.page.getByText(/An e-mail to the shopper was not delivered/)).toBeVisible();
    await shop.act('Correct the e-mail address', 'planted: the mail', {
      fields: { 'New address': 'jenny.rosen@example.com' },
      sure: 'Yes: correct the e-mail address',
    });
    await shop.untilNothingIsWrong(/refused for good/, orderNumber);
  });

  test('warehouse down for a day: it is told again', async () => {
    // What is answered 503 is tried again for a day, and ends as this does at once.
    shop.outside.warehouseStatus = 404;
    const { orderNumber } = await shop.buy();
    await shop.openOrder(/refused for good/, orderNumber);
    await expect(shop.page.getByText(/A message was not delivered/)).toBeVisible();
    shop.outside.warehouseStatus = 204;
    await shop.act("Tell the shop's system again", 'planted: the warehouse');
    await shop.untilNothingIsWrong(/refused for good/, orderNumber);
  });

  test('dispute with deadline: it says until when, and where it is answered', async () => {
    const { orderNumber, sessionId } = await shop.buy();
    const { page } = shop;
    await shop.until(`orders/${orderNumber}`, /"state":"confirmed"/);
    const dispute = await shop.control('POST', `sessions/${sessionId}/dispute`);
    const need = await shop.untilNeeded(/A payment is disputed/);
    await expect(need.locator('time')).toBeVisible();
    await shop.openOrder(/A payment is disputed/, orderNumber);
    await expect(
      page.getByText(
        /Send evidence in the Stripe Dashboard, or accept the dispute, by \d+ \w{3} \d{4}/,
      ),
    ).toBeVisible();
    await shop.control('POST', `disputes/${(dispute as { id: string }).id}/close`, {
      outcome: 'won',
    });
    await shop.untilNothingIsWrong(/A payment is disputed/, orderNumber);
  });

  test('paid session without order: it is named, and dealt with', async () => {
    const elsewhere = await shop.stack.stripe.checkout.sessions.create({
      mode: 'payment',
      success_url: 'https://elsewhere.example/thanks',
      line_items: [{ price: (await shop.checkOut()).priceId, quantity: 1 }],
    });
    await shop.pay(elsewhere.id);
    const need = await shop.untilNeeded(/has no order/);
    await expect(need).toContainText(elsewhere.id);
    await expectAccessibleInBoth();
    await shop.act('It is dealt with', 'planted: the session');
    await expect(need).toBeHidden();
  });

  test('dead letters: they are tried again', async () => {
    const { sessionId, orderNumber } = await shop.checkOut();
    await shop.control('PUT', 'faults', { missingPermissions: ['rak_checkout_session_read'] });
    await shop.pay(sessionId);
    const card = await shop.untilNeeded(/was given up|were given up/);
    await shop.control('PUT', 'faults', { missingPermissions: [] });
    await card.getByRole('link').click();
    const { page } = shop;
    await expect(page.getByText('An event of Stripe was not acted upon.').first()).toBeVisible();
    await expectAccessibleInBoth();
    await shop.act('Retry all', 'planted: the dead letters', { sure: 'Yes: retry all' });
    await expect(page.getByText('Nothing was given up.')).toBeVisible();
    await shop.until(`orders/${orderNumber}`, /"state":"confirmed"/);
    await page.getByRole('link', { name: 'Orders' }).click();
    await expect(page.getByRole('row', { name: new RegExp(orderNumber) })).toContainText(
      'confirmed',
    );
  });

  test('refunds a part of an order, ships it, and says so', async () => {
    const { page } = shop;
    await page.getByRole('row').nth(1).getByRole('link').click();
    await shop.act('Refund', 'one was chipped', {
      fields: { 'How much?': '4.00' },
      sure: 'Yes: refund',
    });
    await expect(page.getByText('$4.00 are refunded.')).toBeVisible();
    await shop.act('Ship what is left', 'packed by hand', {
      fields: { Carrier: 'DHL', 'Tracking number': '00340434161094042557' },
      sure: 'Yes: ship what is left',
    });
    await expect(page.getByRole('button', { name: 'Cancel the order' })).toBeHidden();
    await expect(page.getByText('It is done.')).toBeVisible();
    await expect(page.getByRole('region', { name: 'In the shop' })).toContainText('shipped');
  });

  test('the audit has who, what and why, and every page fits a phone', async () => {
    const { page, stack } = shop;
    await page.setViewportSize({ width: 360, height: 800 });
    const lists = ['Orders', 'Deliveries', 'Shipments', 'Withdrawals', 'Events', 'Dead letters'];
    for (const name of ['Overview', ...lists, 'Settings', 'Audit']) {
      await page.getByRole('link', { name, exact: true }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
      await expect(page.getByText('Loading …')).toBeHidden();
      await expectNoSidewaysScroll(page);
      await expectAccessibleInBoth();
    }
    for (const [action, reason] of [
      ['checkStripe', 'planted: the clock'],
      ['checkStripe', 'planted: the permission'],
      ['checkStripe', 'planted: the endpoint'],
      ['resolveOrder', 'planted: the payment'],
      ['setEmail', 'planted: the mail'],
      ['resendOrder', 'planted: the warehouse'],
      ['settlePayment', 'planted: the session'],
      ['retryDeadLetters', 'planted: the dead letters'],
      ['refundOrder', 'one was chipped'],
      ['createShipment', 'packed by hand'],
    ] as const)
      await expect(
        page
          .getByRole('listitem')
          .filter({ hasText: `owner ${action}` })
          .filter({ hasText: reason })
          .first(),
      ).toBeVisible();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
    await page.goto(new URL('/audit', stack.signInUrl).href);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
  });
});
