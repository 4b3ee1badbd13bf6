import { describe, expect, it } from '@jest/globals';
import { readShopConfig } from './shop-config';

const documentWith = (json: string) => {
  const page = document.implementation.createHTMLDocument();
  page.body.innerHTML = `<script type="application/json" id="shop-config">${json}</script>`;
  return page;
};

describe('the configuration in the document', () => {
  it('says where the API and the payment page are', () => {
    const said = {
      apiOrigin: 'https://api.example',
      checkoutOrigins: ['http://localhost:4242'],
      shop: { name: 'Kōbō', languages: { default: 'ja', offered: ['ja'] } },
    };
    expect(readShopConfig(documentWith(JSON.stringify(said)))).toMatchObject(said);
  });

  it.each(['', '{', 'null', '[]', '42', '{"apiOrigin":7,"checkoutOrigins":"x"}'])(
    'is the usual one when it is %p',
    (json) => {
      expect(readShopConfig(documentWith(json))).toMatchObject({
        apiOrigin: '',
        checkoutOrigins: ['https://checkout.stripe.com'],
        shop: { name: 'Shop', demo: false, languages: { default: 'en', offered: ['en'] } },
      });
    },
  );
});
