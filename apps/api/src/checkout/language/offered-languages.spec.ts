import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { usualEngines } from '../../../testing/engines';
import { orderOf, untilDone, untilOrder } from '../../../testing/orders';
import { postJson } from '../../../testing/post-json';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { until } from '../../../testing/until';

describe.each(usualEngines)(
  'a shop that offers German and English, on the %s database',
  (engine) => {
    let api: TestApi;
    beforeAll(async () => {
      api = await startTestApi(engine, {
        shop: {
          tagline: { de: 'Werkzeug, das man vererbt' },
          languages: { default: 'de', offered: ['de', 'en'] },
          withdrawal: { offer: 'all', days: 14 },
        },
      });
    }, 60_000);
    afterAll(() => api?.stop());

    const languageOf = async (told: string) => {
      const [mail = ''] = await until(
        async () => (await api.mails()).filter((one) => one.includes(told)),
        (found) => found.length > 0,
      );
      return /<html lang=(?:3D)?"(\w+)"/.exec(
        mail.replace(/=\r?\n/g, '').replaceAll('=3D', '='),
      )?.[1];
    };

    it.each([
      // The browser's languages → Stripe's page, ours, e-mails.
      ['fr-FR,fr;q=0.9', 'fr', 'fr', 'de'],
      ['it', 'it', 'it', 'de'],
      ['fr;q=0.4,en-GB;q=0.8', 'en-GB', 'en-GB', 'en'],
      ['fr,en;q=0.1', 'fr', 'en', 'en'],
      ['de-AT,en;q=0.5', 'de', 'de-AT', 'de'],
    ])(
      'writes e-mails to a browser of %s that pays in %s in %s, %s',
      async (wishes, stripe, locale, mails) => {
        const shopper = new Shopper(api);
        const { body } = await shopper.checkout({ headers: { 'accept-language': wishes } });
        const id = sessionIdOf(body.url);
        expect((await orderOf(api, id)).locale).toBe(stripe);
        await api.sandbox.complete(id);
        const order = await untilOrder(api, id, ({ status }) => status === 'paid');
        await untilDone(api, order.id, ['confirmation_mail']);
        expect((await shopper.confirmation(id)).body).toMatchObject({ locale });
        expect(await languageOf(order.number)).toBe(mails);
      },
    );

    it.each([
      [undefined, 'de'],
      ['fr', 'de'],
      ['en-GB', 'en'],
    ])('acknowledges a withdrawal in %s in %s', async (locale, language) => {
      const request = { name: 'Jenny Rosen', email: 'jenny@example.com', orderNumber: 'R7K3-M9QX' };
      const declared = { ...request, reason: `in ${locale}`, locale };
      const { body } = await postJson<{ reference: string }>(
        api,
        '/api/orders/withdrawals',
        declared,
      );
      expect(await languageOf(body.reference)).toBe(language);
    });
  },
);
