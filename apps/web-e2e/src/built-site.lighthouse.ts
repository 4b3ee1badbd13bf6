import { expectScores, test } from './lighthouse';
import { buyByCard, fillCart } from './shop';

test('the shop, the cart and the success page', async ({ page, shop, lighthousePort }) => {
  await buyByCard(page, 'Stoneware mug');
  const successUrl = page.url();
  await fillCart(page, 'Stoneware mug', 'Linen tea towel');
  await page.goto('about:blank');
  await expectScores(
    { shop: shop.shopUrl, cart: `${shop.shopUrl}/cart`, 'success page': successUrl },
    lighthousePort,
  );
});
