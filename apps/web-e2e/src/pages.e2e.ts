import type { Page } from '@playwright/test';
import { choose, expect, expectAccessible, expectNoSidewaysScroll, test } from './dev-shop';
import { headingOf } from './heading-of';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const ORDER = '/order/success?session_id=cs_test_example';

async function addToCart(page: Page, ...names: string[]) {
  await page.goto('/');
  for (const name of names)
    await page.getByRole('button', { name: `Add to cart: ${name}` }).click();
}

const pages: Record<string, (page: Page) => Promise<void>> = {
  'the shop': async (page) => {
    await page.goto('/');
    await expect(page.getByText('Sold out')).toBeVisible();
  },
  'the shop, failing': async (page) => {
    await page.goto('/');
    await choose(page, { Failure: 'problem-stripe-unavailable' });
    await expect(page.getByRole('alert')).toBeVisible();
  },
  'the cart': async (page) => {
    await addToCart(page, 'Stoneware mug', 'Linen tea towel');
    await page.goto('/cart');
    await expect(page.getByText('$42.00')).toBeVisible();
  },
  'the cart, failing': async (page) => {
    await addToCart(page, 'Stoneware mug');
    await page.goto('/cart');
    await choose(page, { Failure: 'problem-service-unavailable' });
    await expect(page.getByRole('alert').first()).toBeVisible();
  },
  'the cart, empty': async (page) => {
    await page.goto('/cart');
    await expect(page.getByText('Your cart is empty.')).toBeVisible();
  },
  'the confirmation': async (page) => {
    await page.goto(ORDER);
    await expect(headingOf(page)).toHaveText('Thanks for your order, Jenny Rosen!');
  },
  'the confirmation of a refund in another currency': async (page) => {
    await page.goto(ORDER);
    await choose(page, { State: 'refund_pending', Variant: 'own-currency' });
    await expect(headingOf(page)).toHaveText('Your refund of €57.96 is on its way');
  },
  'the confirmation of a voucher': async (page) => {
    await page.goto(ORDER);
    await choose(page, { State: 'awaiting_voucher' });
    await expect(page.getByText('Pay by')).toBeVisible();
  },
  'the confirmation, on its way': async (page) => {
    await page.goto(ORDER);
    await choose(page, { 'Latency, ms': '20000' });
    await expect(headingOf(page)).toHaveText('Looking up your order…');
  },
  'the confirmation, without news': async (page) => {
    await page.goto(ORDER);
    await choose(page, { Failure: 'no-connection' });
    await expect(page.getByText(/longer than usual/)).toBeVisible();
  },
  'the confirmation of an unknown order': async (page) => {
    await page.goto('/order/success?session_id=nonsense');
    await expect(headingOf(page)).toHaveText('We can’t find this order');
  },
  'the confirmation of no order': async (page) => {
    await page.goto('/order/success');
    await expect(headingOf(page)).toHaveText('We can’t tell which order you mean');
  },
  'find my order, sent': async (page) => {
    await page.goto('/order/find');
    await page.getByRole('textbox', { name: 'E-mail address' }).fill('jenny.rosen@example.com');
    await page.getByRole('button', { name: 'Send me the link' }).click();
    await expect(page.getByRole('status')).toContainText('on its way');
  },
  'a withdrawal': async (page) => {
    await page.goto('/order/withdraw');
    await page.getByRole('radio', { name: 'Only some items' }).check();
    await expect(page.getByRole('textbox', { name: 'Which items' })).toBeVisible();
  },
  'a withdrawal, refused': async (page) => {
    await page.goto('/order/withdraw?order=R7K3-M9QX');
    await choose(page, { Failure: 'problem-rate-limited' });
    await page.getByRole('textbox', { name: 'Your name' }).fill('Jenny Rosen');
    await page.getByRole('textbox', { name: 'E-mail address' }).fill('jenny.rosen@example.com');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Confirm withdrawal' }).click();
    await expect(page.getByRole('alert')).toContainText('That was a lot of requests');
  },
  'a page that is not there': async (page) => {
    await page.goto('/nowhere');
    await expect(headingOf(page)).toHaveText('There is nothing at this address');
  },
};

for (const [name, open] of Object.entries(pages)) {
  test(`${name}: axe in light and dark, 320 px, 200 % text`, async ({ page }) => {
    await open(page);
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page);

    await page.setViewportSize({ width: 320, height: 640 });
    await expectNoSidewaysScroll(page);
    // A window of 1280 px zoomed to 200 % is 640 px wide. Text alone at 200 % is harder to fit.
    await page.setViewportSize({ width: 640, height: 450 });
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.addStyleTag({ content: 'html { font-size: 200% }' });
    await expectNoSidewaysScroll(page);
  });
}
