import { buy } from './buy';
import { YEN_SHOP } from './environments';
import { expect, test } from './shop';

test.use({ shopEnv: YEN_SHOP });

test('a guest buys in yen: whole yen everywhere, thanked by the name they typed, and no Customer', async ({
  page,
  shop,
}, testInfo) => {
  await buy(page, testInfo, '¥9,980');
  const { data } = await shop.stripe.checkout.sessions.list({ limit: 1 });
  expect(data[0]?.customer).toBeNull();
  expect(data[0]?.customer_account).toBeNull();
});
