import { headingOf } from './heading-of';
import { checkOut, expect, fillCart, fillPayment, sessionIdIn, test } from './shop';

test('a subscription is shown as one from the shop to the receipt', async ({ page, shop }) => {
  await page.goto('/');
  const card = page.getByRole('listitem').filter({ hasText: 'Coffee beans' });
  await expect(card).toContainText('$18.50 every month');
  await fillCart(page, 'Coffee beans', 'Stoneware mug');
  const items = page.getByRole('main').getByRole('listitem');
  await expect(items.filter({ hasText: 'Coffee beans' })).toContainText('every month');

  await checkOut(page);
  const sessionId = sessionIdIn(page);
  await fillPayment(page);
  await page.getByRole('button', { name: 'Subscribe' }).click();
  await expect(headingOf(page)).toHaveText('Thanks for your order, Jenny Rosen!');
  await expect(items.filter({ hasText: 'Coffee beans' })).toContainText('every month');
  await expect(items.filter({ hasText: 'Stoneware mug' })).not.toContainText('every');
  const session = await shop.stripe.checkout.sessions.retrieve(sessionId);
  expect(session).toMatchObject({ mode: 'subscription', status: 'complete', amount_total: 4250 });
});
