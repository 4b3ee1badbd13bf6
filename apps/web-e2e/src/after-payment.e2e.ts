import type { Locator, Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './dev-shop';
import { SENDING_SHOP } from './environments';
import { headingOf } from './heading-of';
import { amountBeside, expect, payButton, test } from './shop';

test.use({
  shopEnv: SENDING_SHOP,
  viewport: { width: 360, height: 800 },
  contextOptions: { reducedMotion: 'reduce' },
});

const CARD = [
  ['Email', 'jenny.rosen@example.com'],
  ['Card number', '4242424242424242'],
  ['Expiration', '1234'],
  ['CVC', '123'],
  ['Cardholder name', 'Jenny Rosen'],
] as const;

/** Presses Tab until it has the focus. @throws after 80 presses */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${target.toString()}`);
}

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** The page as it is, at the width of a phone. */
async function expectUsable(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

/** Buys one of each by card, without a mouse. @returns the number of the order */
async function buyByKeyboard(page: Page, ...names: string[]): Promise<string> {
  await page.goto('/');
  for (const name of names)
    await press(page, page.getByRole('button', { name: `Add to cart: ${name}` }));
  await expectUsable(page);
  // The navigation is before the products.
  await page.reload();
  await press(page, page.getByRole('link', { name: /^Cart/ }).first());
  await expect(headingOf(page)).toHaveText('Your cart');
  await expectUsable(page);
  await press(page, page.getByRole('button', { name: 'Checkout' }));
  await page.waitForURL(/\/c\/pay\/cs_test_/);
  for (const [label, text] of CARD) {
    await tabTo(page, page.getByLabel(label));
    await page.keyboard.type(text);
  }
  await press(page, payButton(page));
  await expect(headingOf(page)).toHaveText('Thanks for your order, Jenny Rosen!');
  await expectUsable(page);
  const number = page.getByText(/^\w{4}-\w{4}$/).first();
  return (await number.textContent()) ?? '';
}

/** Comes back to the tab, which was open all the time, until it shows it. */
async function comeBackFor(page: Page, shown: Locator): Promise<void> {
  await expect(async () => {
    await page.evaluate(() =>
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true })),
    );
    await expect(shown).toBeVisible({ timeout: 1000 });
  }).toPass();
}

test('the open page shows each parcel on its way, then that they have come', async ({
  page,
  shop: { warehouse },
}) => {
  if (!warehouse) throw new Error('This environment has a warehouse.');
  const number = await buyByKeyboard(page, 'Stoneware mug', 'Linen tea towel');
  const reached = (step: string) => page.locator('[aria-current="step"]', { hasText: step });
  await expect(reached('Preparing')).toBeVisible();

  const lines = [{ lineId: `${number}-0`, quantity: 1 }];
  const first = await warehouse.ship(number, { carrier: 'DHL', trackingNumber: '0034', lines });
  await comeBackFor(page, page.getByRole('region', { name: 'Parcel 1: On its way' }));
  await expect(page.getByText('We’re preparing the rest.')).toBeVisible();
  await expect(reached('Preparing')).toBeVisible();
  await expectUsable(page);

  const second = await warehouse.ship(number);
  await comeBackFor(page, reached('Shipped'));
  const parcel = page.getByRole('region', { name: 'Parcel 2: On its way' });
  await expect(parcel).toContainText('1 × Linen tea towel');
  await expect(page.getByText('We’re preparing the rest.')).toBeHidden();
  // What is on its way can no longer be cancelled.
  await expect(page.getByRole('button', { name: 'Cancel this order' })).toBeHidden();

  for (const id of [first, second]) await warehouse.deliver(number, id);
  await comeBackFor(page, reached('Delivered'));
  for (const name of ['Parcel 1: Delivered', 'Parcel 2: Delivered'])
    await expect(page.getByRole('region', { name })).toBeVisible();
  await expectUsable(page);
});

test('a shopper cancels in two steps, and the page says that the money goes back', async ({
  page,
}) => {
  await buyByKeyboard(page, 'Stoneware mug');
  await press(page, page.getByRole('button', { name: 'Cancel this order' }));
  const asked = page.getByText('You get $24.00 back in the way you paid.');
  await expect(asked).toBeFocused();
  await expectUsable(page);
  await press(page, page.getByRole('button', { name: 'Yes, cancel the order' }));

  await expect(headingOf(page)).toHaveText('Your order is cancelled');
  await expect(headingOf(page)).toBeFocused();
  await expect(page.getByText('Your order has been refunded')).toBeVisible();
  await expect(amountBeside(page, 'Refunded')).toHaveText('−$24.00');
  await expect(page.getByRole('button', { name: 'Cancel this order' })).toBeHidden();
  await expectUsable(page);
});
