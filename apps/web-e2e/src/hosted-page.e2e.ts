import { checkOut, expect, fillCart, fillPayment, payButton, test } from './shop';

test('a declined card stays on the hosted page with its reason, and going back keeps the cart', async ({
  page,
}) => {
  await fillCart(page, 'Wool throw');
  await checkOut(page);
  await fillPayment(page, { card: '4000 0000 0000 0002' });
  await payButton(page).click();
  await expect(page.getByRole('alert')).toContainText(/declined/i);
  await expect(page).toHaveURL(/\/c\/pay\/cs_test_/);

  await fillPayment(page, { card: '4000 0000 0000 9995' });
  await payButton(page).click();
  await expect(page.getByRole('alert')).toContainText(/insufficient funds/i);

  await page.getByRole('link', { name: /back/i }).click();
  await expect(page).toHaveURL(/\/cart$/);
  await expect(page.getByText('Wool throw').first()).toBeVisible();
});

test('the browser’s own Back keeps the cart and its button works again', async ({ page }) => {
  await fillCart(page, 'Wool throw');
  await checkOut(page);
  const first = page.url();
  await page.goBack();
  await expect(page.getByText('Wool throw').first()).toBeVisible();
  await checkOut(page);
  expect(page.url()).toBe(first);
});

test('a card that asks for 3-D Secure is confirmed', async ({ page }) => {
  await fillCart(page, 'Wool throw');
  await checkOut(page);
  await fillPayment(page, { card: '4000 0025 0000 3155' });
  await payButton(page).click();
  await page.getByRole('button', { name: /complete|authori[sz]e/i }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Thanks for your order, Jenny Rosen!',
  );
});

test('a name with markup is shown as text', async ({ page }) => {
  const name = '<img src=x onerror=alert(1)>';
  await fillCart(page, 'Wool throw');
  await checkOut(page);
  await fillPayment(page, { name });
  await payButton(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    `Thanks for your order, ${name}!`,
  );
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
});
