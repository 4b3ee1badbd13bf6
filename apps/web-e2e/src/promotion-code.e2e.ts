import { YEN_SHOP } from './environments';
import { headingOf } from './heading-of';
import type { Page } from '@playwright/test';
import { amountBeside, checkOut, expect, fillCart, fillPayment, payButton, test } from './shop';
import type { Shop } from './shop';

test.use({ shopEnv: YEN_SHOP });

async function makeCode({ stripe }: Shop, code: string, percentOff: number): Promise<void> {
  const coupon = await stripe.coupons.create({ percent_off: percentOff, duration: 'once' });
  await stripe.promotionCodes.create({ code, promotion: { type: 'coupon', coupon: coupon.id } });
}

async function applyCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Promotion code').fill(code);
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByText(code).first()).toBeVisible();
}

test('a promotion code takes its part off', async ({ page, shop }) => {
  await makeCode(shop, 'QUARTER', 25);
  await fillCart(page, 'Stoneware mug');
  await checkOut(page);
  await applyCode(page, 'QUARTER');
  await fillPayment(page);
  await expect(payButton(page)).toHaveText('Pay ¥2,700');
  await payButton(page).click();
  await expect(headingOf(page)).toHaveText('Thanks for your order, Jenny Rosen!');
  await expect(amountBeside(page, 'Subtotal')).toHaveText('¥3,600');
  await expect(amountBeside(page, 'Discount')).toHaveText('−¥900');
  await expect(amountBeside(page, 'Total')).toHaveText('¥2,700');
});

test('a code for the whole amount leaves nothing to pay', async ({ page, shop }) => {
  await makeCode(shop, 'GIFT', 100);
  await fillCart(page, 'Stoneware mug');
  await checkOut(page);
  await applyCode(page, 'GIFT');
  await expect(page.getByLabel('Card number')).toBeHidden();
  await page.getByLabel('Email').fill('jenny.rosen@example.com');
  await page.getByLabel('Full name').fill('Jenny Rosen');
  await page.getByRole('button', { name: 'Complete order' }).click();
  await expect(headingOf(page)).toHaveText('Thanks for your order, Jenny Rosen!');
  await expect(page.getByText('There is nothing to pay')).toBeVisible();
  await expect(amountBeside(page, 'Discount')).toHaveText('−¥3,600');
  await expect(amountBeside(page, 'Total')).toHaveText('¥0');
});
