import { choose, expect, test } from './dev-shop';
import { headingOf } from './heading-of';

const ORDER = '/order/success?session_id=cs_test_example';

// As `npm run dev:web` starts it. What the pages show is tested from a bundle of the same code.
test.use({ devServer: true });

test.describe('the shop alone', () => {
  test('answers from the examples: shop, cart, checkout, confirmation', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('article')).toHaveCount(9);
    await page.getByRole('button', { name: 'Add to cart: Wool throw' }).click();
    await page.getByRole('link', { name: /^Cart/ }).click();
    await page.getByRole('button', { name: 'Checkout' }).click();
    await expect(headingOf(page)).toHaveText('Thanks for your order, Jenny Rosen!');
    await expect(page.getByRole('link', { name: 'Cart, 0 items' })).toBeVisible();
  });

  test('switches state and view, and keeps them over a reload', async ({ page }) => {
    await page.goto(ORDER);
    await expect(headingOf(page)).toHaveText('Thanks for your order, Jenny Rosen!');
    await choose(page, { State: 'processing', View: 'masked' });
    await expect(headingOf(page)).toHaveText('Your payment is being processed');
    await expect(page.getByRole('form', { name: 'Is this your order?' })).toBeVisible();
    await page.reload();
    await expect(headingOf(page)).toHaveText('Your payment is being processed');
  });

  test('is as slow and as broken as it is told to be', async ({ page }) => {
    await page.goto(ORDER);
    await choose(page, { 'Latency, ms': '2000' });
    await expect(headingOf(page)).toHaveText('Looking up your order…');
    await expect(headingOf(page)).toHaveText('Thanks for your order, Jenny Rosen!');
    await choose(page, { 'Latency, ms': '0', Failure: 'problem-order-not-found' });
    await expect(headingOf(page)).toHaveText('We can’t find this order');
    await choose(page, { Failure: 'none' });
    await expect(headingOf(page)).toHaveText('Thanks for your order, Jenny Rosen!');
  });
});
