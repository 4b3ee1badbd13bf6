import { YEN_SHOP } from './environments';
import { headingOf } from './heading-of';
import { checkOut, expect, fillCart, sessionIdIn, test } from './shop';

test.use({ shopEnv: YEN_SHOP });

test('a voucher is awaited, opened from the page, and thanked for when it is paid', async ({
  page,
  shop,
}) => {
  await fillCart(page, 'Stoneware mug');
  await checkOut(page);
  const sessionId = sessionIdIn(page);
  await page.getByLabel('Email').fill('jenny.rosen@example.com');
  await page.getByRole('radio', { name: 'Konbini' }).check();
  await page.getByLabel('Full name').fill('Jenny Rosen');
  await page.getByRole('button', { name: /^Pay / }).click();

  await expect(headingOf(page)).toHaveText('One step left: pay your voucher');
  await expect(page.getByText('Left to pay')).toBeVisible();
  await expect(page.getByRole('link', { name: /^Cart/ })).toHaveText(/^Cart\s*0?$/);
  await page.getByRole('link', { name: 'Open the voucher' }).click();
  await expect(headingOf(page)).toHaveText('Your voucher');
  await page.goBack();
  await expect(headingOf(page)).toHaveText('One step left: pay your voucher');

  await shop.control('POST', `sessions/${sessionId}/settle`, {});
  await expect(headingOf(page)).toHaveText('Thanks for your order, Jenny Rosen!');
  await expect(page.getByText('Convenience store (konbini)')).toBeVisible();
});
