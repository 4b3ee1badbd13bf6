import { randomUUID } from 'node:crypto';
import { headingOf } from './heading-of';
import { amountBeside, checkOut, expect, fillPayment, sessionIdIn, test } from './shop';

/** The smallest PNG: one pixel. */
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

test('a product of the Dashboard is bought as a variant that renews, beside a mug', async ({
  page,
  shop,
}) => {
  const file = { type: 'image/png', base64: PNG };
  const { url } = (await shop.control('POST', 'files', file)) as { url: string };
  expect(url).toMatch(/^https:\/\/files\.stripe\.com\/links\//);
  const { id: product } = await shop.stripe.products.create({ name: 'Tea', images: [url] });
  for (const price of [
    { nickname: '100 g', unit_amount: 700 },
    { nickname: '500 g', unit_amount: 2500, recurring: { interval: 'month' as const } },
  ])
    await shop.stripe.prices.create({ product, currency: 'usd', ...price });

  // A price that nobody knows makes the list of products be read again.
  const refused = await page.request.post('/api/checkout', {
    headers: { 'idempotency-key': randomUUID() },
    data: { items: [{ priceId: 'price_unknown', quantity: 1 }] },
  });
  expect(refused.status()).toBe(400);
  await page.goto('/');
  const heading = page.getByRole('heading', { name: 'Tea', exact: true });
  const card = page.getByRole('listitem').filter({ has: heading });
  const picture = card.locator('img');
  await expect(picture).toHaveAttribute('src', /^\/api\/pictures\/[0-9a-f]{32}$/);
  await expect(picture).toHaveJSProperty('naturalWidth', 1);

  const choice = card.getByRole('combobox', { name: 'Choice of Tea' });
  await choice.selectOption({ label: '500 g · every month · $25.00' });
  await card.getByRole('button', { name: 'Add to cart: Tea – 500 g' }).click();
  await page.getByRole('button', { name: 'Add to cart: Stoneware mug' }).click();
  await page.getByRole('link', { name: /^Cart/ }).click();
  await expect(page.getByText('$49.00 today, then $25.00 every month.')).toBeVisible();

  await checkOut(page);
  const sessionId = sessionIdIn(page);
  await fillPayment(page);
  await page.getByRole('button', { name: 'Subscribe' }).click();
  await expect(headingOf(page)).toHaveText('Thanks for your order, Jenny Rosen!');
  const items = page.getByRole('main').getByRole('listitem');
  const tea = items.filter({ hasText: 'Tea – 500 g' });
  await expect(tea.locator('img')).toHaveJSProperty('naturalWidth', 1);
  await expect(amountBeside(page, 'Then')).toHaveText('$25.00 every month');
  const { subscription } = await shop.stripe.checkout.sessions.retrieve(sessionId);
  const { items: parts } = await shop.stripe.subscriptions.retrieve(subscription as string);
  const nextCharge = new Date((parts.data[0]?.current_period_end ?? 0) * 1000);
  await expect(amountBeside(page, 'Next charge').locator('time')).toHaveAttribute(
    'datetime',
    nextCharge.toISOString(),
  );

  await page.getByRole('button', { name: 'Manage subscription' }).click();
  await page.getByRole('button', { name: 'Cancel subscription' }).click();
  await page.getByRole('link', { name: 'Back to the shop' }).click();
  await expect(amountBeside(page, 'Subscription ends').locator('time')).toBeVisible();
});
