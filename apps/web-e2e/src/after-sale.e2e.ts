import type { Page } from '@playwright/test';
import { headingOf } from './heading-of';
import { amountBeside, buyByCard, expect, test } from './shop';

const THANKS = 'Thanks for your order, Jenny Rosen!';

/** Reloads the page until it shows the words: the page does not ask again for a state that is final. */
async function comeBackFor(page: Page, words: string): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('main')).toContainText(words, { timeout: 1000 });
  }).toPass();
}

test('a refund in two parts', async ({ page, shop }) => {
  const sessionId = await buyByCard(page, 'Stoneware mug');
  await shop.control('POST', `sessions/${sessionId}/refund`, { amount: 900 });
  await comeBackFor(page, '$9.00 of it has been refunded');
  await expect(headingOf(page)).toHaveText(THANKS);
  await expect(amountBeside(page, 'Refunded')).toHaveText('−$9.00');
  await expect(amountBeside(page, 'Total')).toHaveText('$24.00');

  await shop.control('POST', `sessions/${sessionId}/refund`, {});
  await comeBackFor(page, 'Your order has been refunded');
  await expect(amountBeside(page, 'Refunded')).toHaveText('−$24.00');
});

test('a refund of the whole amount at once', async ({ page, shop }) => {
  const sessionId = await buyByCard(page, 'Field notebook');
  await shop.control('POST', `sessions/${sessionId}/refund`, {});
  await comeBackFor(page, 'Your order has been refunded');
  await expect(amountBeside(page, 'Refunded')).toHaveText('−$12.49');
});

test('a dispute shows while it stands, and not when the shop has won it', async ({
  page,
  shop,
}) => {
  const sessionId = await buyByCard(page, 'Wool throw');
  const dispute = await shop.control('POST', `sessions/${sessionId}/dispute`, {});
  await comeBackFor(page, 'The payment of your order is being disputed');
  const { id } = dispute as { id: string };
  await shop.control('POST', `disputes/${id}/close`, { outcome: 'won' });
  await comeBackFor(page, THANKS);
});
