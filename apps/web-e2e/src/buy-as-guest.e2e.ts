import { buy } from './buy';
import { expect, test } from './shop';

test.use({ shopEnv: { api: { CHECKOUT_CUSTOMER_CREATION: 'if_required' } } });

test('a guest without a Customer is thanked by the name they typed', async ({
  page,
  shop,
}, testInfo) => {
  await buy(page, testInfo, '$66.50');
  const { data } = await shop.stripe.checkout.sessions.list({ limit: 1 });
  expect(data[0]?.customer).toBeNull();
  expect(data[0]?.customer_account).toBeNull();
});
