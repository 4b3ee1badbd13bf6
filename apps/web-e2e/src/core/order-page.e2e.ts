import { expect, test } from '../shop';

const addresses = {
  'no id': '/order/success',
  'an empty id': '/order/success?session_id=',
  'the placeholder': '/order/success?session_id={CHECKOUT_SESSION_ID}',
  'the encoded placeholder': '/order/success?session_id=%7BCHECKOUT_SESSION_ID%7D',
  garbage: '/order/success?session_id=%3Cscript%3Ealert(1)%3C/script%3E',
  'an unknown id': '/order/success?session_id=cs_test_unknown000000000000',
};

for (const [what, address] of Object.entries(addresses)) {
  test(`${what} gets a friendly page`, async ({ page }) => {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/thanks/i);
    await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
  });
}
