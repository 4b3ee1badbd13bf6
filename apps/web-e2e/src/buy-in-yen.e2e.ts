import { buy } from './buy';
import { test } from './shop';

test.use({ shopEnv: { api: { SHOP_CURRENCY: 'jpy' } } });

test('a shop that sells in yen shows whole yen everywhere', async ({ page }, testInfo) => {
  await buy(page, testInfo, '¥9,980');
});
