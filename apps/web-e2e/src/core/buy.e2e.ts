import { buy } from '../buy';
import { expect, SHIP_TO, test } from '../shop';

test.describe('a shopper buys', () => {
  test('as a Customer (v1)', async ({ page, shop }, testInfo) => {
    await buy(page, testInfo, '$66.50', { shipTo: SHIP_TO });
    const { data } = await shop.stripe.checkout.sessions.list({ limit: 1 });
    expect(data[0]?.customer).toMatch(/^cus_/);
    expect(data[0]?.customer_account).toBeNull();

    await page.goto('/cart');
    await expect(page.getByText(/cart is empty/i)).toBeVisible();
  });

  test('as an Account (v2)', async ({ page, shop }, testInfo) => {
    await shop.control('PUT', 'settings', { customers: 'accounts_v2' });
    await buy(page, testInfo, '$66.50', { shipTo: SHIP_TO });
    const { data } = await shop.stripe.checkout.sessions.list({ limit: 1 });
    expect(data[0]?.customer_account).toMatch(/^acct_/);
    const account = await shop.stripe.v2.core.accounts.retrieve(data[0]?.customer_account ?? '');
    expect(account.display_name).toBe('Jenny Rosen');
  });
});
