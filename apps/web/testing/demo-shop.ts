import { fileURLToPath } from 'node:url';
import { publicShop } from '@shop/shop-file/public-shop';
import { readShopFile } from '@shop/shop-file/read-shop-file';

/** The specs' shop is the demo, as the server would write it into the document. */
const shop = publicShop(
  readShopFile(fileURLToPath(new URL('../../../shop.json', import.meta.url))),
);
const element = document.head.appendChild(document.createElement('script'));
element.id = 'shop-config';
element.type = 'application/json';
element.textContent = JSON.stringify({
  apiOrigin: '',
  checkoutOrigins: ['https://checkout.stripe.com'],
  shop,
});
