import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { ConsoleShop } from './console/console-shop';
import { expectGood } from './console/expect-good';

const LISTS = {
  deliveries: 'Nothing is like that.',
  shipments: 'No parcel is like that.',
  withdrawals: 'No withdrawal is like that.',
} as const;

const UNKNOWN = 'jenny@typo.example';

/** What was told, parcels, withdrawals, and a person's own settings. */
test.describe('the lists of the console', () => {
  test.describe.configure({ mode: 'serial' });
  let shop: ConsoleShop;

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(180_000);
    shop = await ConsoleShop.open(await browser.newPage());
    await shop.startWorking();
    await shop.page.goto(shop.stack.signInUrl ?? '');
    await shop.page.getByRole('button', { name: 'Sign in to the console' }).click();
    await expect(shop.page.getByRole('heading', { level: 1 })).toHaveText('Overview');
  });
  test.afterAll(async () => {
    await shop?.page.close();
    await shop?.close();
  });

  const open = (path: string) => shop.page.goto(new URL(path, shop.stack.signInUrl).href);
  const go = (name: string) => shop.page.getByRole('link', { name, exact: true }).click();

  const expectPageGood = (name: string) => expectGood(shop.page, name);

  for (const [path, empty] of Object.entries(LISTS))
    test(`${path} say that there are none, that they load, and that they fail`, async () => {
      const { page } = shop;
      await open(path);
      await expect(page.getByText(empty)).toBeVisible();
      await expectPageGood(`${path}-empty`);
      const calls = `**/api/staff/${path}?*`;
      await page.route(calls, () => new Promise(() => {}));
      await page.reload();
      await expect(page.getByText('Loading …')).toBeVisible();
      await expectPageGood(`${path}-loading`);
      await page.unroute(calls);
      await page.route(calls, (route) => route.abort());
      await page.reload();
      await expect(page.getByRole('alert')).toContainText('The shop does not answer.');
      await expectPageGood(`${path}-failing`);
      await page.unroute(calls);
      await expect(page.getByText(empty)).toBeVisible();
      await expect(page.getByRole('alert')).toBeHidden();
    });

  test('an e-mail that was refused is found by its state, and sent again', async () => {
    const { page } = shop;
    shop.outside.unknownAddresses.add(UNKNOWN);
    const { orderNumber } = await shop.buy(UNKNOWN);
    await open('deliveries');
    await go('undeliverable');
    const mail = `confirmation mail to the shopper ${orderNumber}`;
    const row = page.getByRole('listitem').filter({ hasText: mail });
    await expect(row).toContainText('last answer: 550');
    await expect(page.getByText('merchant notification')).toBeHidden();
    shop.outside.unknownAddresses.delete(UNKNOWN);
    await shop.act('Send again', 'the mailbox is there now');
    await expect(row).toBeHidden();
    await go('sent');
    await expect(row).toBeVisible();
    await expectPageGood('deliveries');
    await row.getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Order ${orderNumber}`);
  });

  test('a parcel shows without a reload, and leads to its order', async () => {
    const { page } = shop;
    const { orderNumber } = await shop.buy();
    await shop.until(`orders/${orderNumber}`, /"goodsDue":true/);
    await open('shipments?status=shipped');
    await expect(page.getByText(LISTS.shipments)).toBeVisible();
    const { origin } = new URL(page.url());
    const answer = await page.request.post(`${origin}/api/staff/orders/${orderNumber}/shipments`, {
      data: { carrier: 'DHL', trackingNumber: '00340434161094042557', estimatedOn: '2026-12-24' },
      headers: { origin, 'sec-fetch-site': 'same-origin', 'idempotency-key': randomUUID() },
    });
    expect(answer.status()).toBe(201);
    const row = page.getByRole('row', { name: orderNumber });
    await expect(row).toContainText('on the way', { timeout: 10_000 });
    await expect(row).toContainText('24 Dec 2026');
    await expectPageGood('shipments');
    await go('lost');
    await expect(row).toBeHidden();
    await go('on the way');
    await row.getByRole('link', { name: orderNumber }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Order ${orderNumber}`);
  });

  test('a withdrawal leads to its order, also where its number is none', async () => {
    const { page } = shop;
    const { orderNumber } = await shop.buy('zoe@quill.example');
    await shop.until(`orders/${orderNumber}`, /"state":"confirmed"/);
    const person = { name: 'Zoë Quill', email: 'zoe@quill.example' };
    await shop.withdraw({ ...person, orderNumber, items: 'the mug', reason: 'Too small.' });
    await shop.withdraw({ ...person, orderNumber: 'the mug of last week' });
    await open('withdrawals');
    const known = page.getByRole('listitem').filter({ hasText: 'Too small.' });
    await expect(known).toContainText('in time');
    await expect(known.getByRole('link', { name: orderNumber })).toBeVisible();
    await expect(page.getByText('acknowledgement sent')).toHaveCount(2);
    await expectPageGood('withdrawals');
    await go('of no known order');
    await expect(known).toBeHidden();
    await go('Orders of this address');
    await expect(page.getByRole('row', { name: orderNumber })).toBeVisible();
  });

  test('a list is narrowed by keyboard', async () => {
    const { page } = shop;
    await open('deliveries');
    await expect(page.getByRole('listitem').first()).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    for (const name of ['all', 'the shopper', "the shop's system"]) {
      await page.keyboard.press('Tab');
      await expect(page.getByRole('link', { name, exact: true }).first()).toBeFocused();
    }
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/deliveries\?channel=merchant$/);
    await expect(page.getByRole('link', { name: "the shop's system" })).toHaveAttribute(
      'aria-current',
      'page',
    );
  });

  test('a person sees who they are and since when, and signs out everywhere', async ({
    browser,
  }) => {
    const { page } = shop;
    await go('Settings');
    const you = page.getByRole('region', { name: 'You' });
    await expect(you).toContainText('owner');
    await expect(you.locator('time')).toHaveCount(2);
    await page.getByRole('button', { name: 'Sign out everywhere' }).click();
    await expect(page.getByRole('alert')).toContainText('this one too');
    await expectPageGood('settings');
    const thief = await browser.newContext({ storageState: await page.context().storageState() });
    await page.getByRole('button', { name: 'Yes: sign out everywhere' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
    const elsewhere = await thief.newPage();
    await elsewhere.goto(new URL('audit', shop.stack.signInUrl).href);
    await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('Sign in');
    await thief.close();
  });
});
