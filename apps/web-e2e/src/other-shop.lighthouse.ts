import { LINDNER_SHOP } from './environments';
import { expectScores, test } from './lighthouse';
import { fillLindnerCart, payAtLindner } from './lindner';

test.use({ shopEnv: LINDNER_SHOP, locale: 'fr-FR' });

test('the same pages of another shop file', async ({ page, shop, lighthousePort }) => {
  await page.goto('/');
  await fillLindnerCart(page);
  await payAtLindner(page);
  const successUrl = page.url();
  await page.goto('/');
  await fillLindnerCart(page);
  await page.goto('about:blank');
  await expectScores(
    { shop: shop.shopUrl, cart: `${shop.shopUrl}/cart`, 'success page': successUrl },
    lighthousePort,
  );
});
