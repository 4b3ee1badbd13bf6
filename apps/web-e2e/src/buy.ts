import type { Page, TestInfo } from '@playwright/test';
import { checkOut, expect, fillCart, fillPayment, payButton } from './shop';
import type { CardDetails } from './shop';

/** The journey of Stripe's guide: add products, check out, fill in the card, pay, and read the greeting by name. */
export async function buy(
  page: Page,
  testInfo: TestInfo,
  total: string,
  details: CardDetails = {},
): Promise<void> {
  await fillCart(page, 'Stoneware mug', 'Linen tea towel');
  await page.getByRole('spinbutton', { name: /Stoneware mug/ }).fill('2');
  await expect(page.getByText(total).first()).toBeVisible();
  await checkOut(page);
  await fillPayment(page, { name: 'Jenny Rosen', ...details });
  await expect(payButton(page)).toHaveText(`Pay ${total}`);
  await payButton(page).click();

  await expect(page).toHaveURL(/\/order\/success\?session_id=cs_test_/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Thanks for your order, Jenny Rosen!',
  );
  await expect(page.getByText(total).first()).toBeVisible();
  await expect(page.getByText('jenny.rosen@example.com').first()).toBeVisible();
  await expect(page.getByText(/4242/).first()).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('confirmation.png'), fullPage: true });
}
