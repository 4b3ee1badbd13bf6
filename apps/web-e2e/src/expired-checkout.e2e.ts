import { headingOf } from './heading-of';
import { checkOut, expect, fillCart, fillPayment, payButton, sessionIdIn, test } from './shop';

test('an expired checkout is picked up where it was left, and paid', async ({ page, shop }) => {
  await fillCart(page, 'Stoneware mug');
  await checkOut(page);
  const sessionId = sessionIdIn(page);
  await shop.control('POST', `sessions/${sessionId}/expire`);

  const expiredPage = `/order/success?session_id=${sessionId}`;
  await page.goto(expiredPage);
  await expect(headingOf(page)).toHaveText('This checkout has expired');
  await page.getByRole('link', { name: 'Pick up where you left off' }).click();
  await page.waitForURL(/\/c\/pay\/cs_test_/);
  const recovered = sessionIdIn(page);
  expect(recovered).not.toBe(sessionId);
  await fillPayment(page);
  await payButton(page).click();

  await expect(page).toHaveURL(new RegExp(`/order/success\\?session_id=${recovered}$`));
  await expect(headingOf(page)).toHaveText('Thanks for your order, Jenny Rosen!');
  await page.goto(expiredPage);
  await expect(headingOf(page)).toHaveText('Thanks for your order, Jenny Rosen!');
});
