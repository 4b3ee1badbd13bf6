import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import PostalMime from 'postal-mime';
import type { Email } from 'postal-mime';
import { engines } from '../../../../testing/engines';
import { untilOrder } from '../../../../testing/orders';
import { Shopper, sessionIdOf } from '../../../../testing/shopper';
import { startTestApi } from '../../../../testing/start-test-api';
import type { TestApi } from '../../../../testing/start-test-api';
import { until } from '../../../../testing/until';

describe.each(engines.slice(0, 1))(
  'the e-mails of an order, as bytes, on the %s database',
  (engine) => {
    let api: TestApi;
    let mails: Email[];

    beforeAll(async () => {
      api = await startTestApi(engine);
      const { body } = await new Shopper(api).checkout();
      const id = sessionIdOf(body.url);
      await api.sandbox.complete(id);
      await untilOrder(api, id, ({ status }) => status === 'paid');
      await api.sandbox.call('POST', `sessions/${id}/refund`, { amount: 500 });
      const written = await until(
        () => api.mails(),
        (all) => all.length === 2,
      );
      mails = await Promise.all(written.map((bytes) => PostalMime.parse(bytes)));
      mails.sort(
        (a, b) => Number(b.subject?.startsWith('Your')) - Number(a.subject?.startsWith('Your')),
      );
    }, 60_000);
    afterAll(() => api?.stop());

    const header = ({ headers }: Email, name: string) =>
      headers.find(({ key }) => key === name)?.value;

    it('are from the shop, and answers go to somebody who reads them', () => {
      for (const { from, replyTo, to } of mails) {
        expect(from).toMatchObject({ name: 'Morrow Goods', address: 'orders@shop.example' });
        expect(replyTo).toMatchObject([{ address: 'help@shop.example' }]);
        expect(to).toMatchObject([{ address: 'jenny.rosen@example.com' }]);
      }
    });

    it('say that a program sent them, and when', () => {
      for (const one of mails) {
        expect(header(one, 'auto-submitted')).toBe('auto-generated');
        const ageMs = Date.now() - Date.parse(one.date ?? '');
        expect(ageMs).toBeGreaterThan(-1000);
        expect(ageMs).toBeLessThan(60_000);
      }
    });

    it('are one thread, each with an id of its own', () => {
      const [confirmed, refund] = mails;
      expect(confirmed?.messageId).toMatch(/^<[\w-]+@127\.0\.0\.1>$|^<[\w-]+@localhost>$/);
      expect(refund?.messageId).not.toBe(confirmed?.messageId);
      const [, number = ''] = /order (\S+) at/.exec(confirmed?.subject ?? '') ?? [];
      for (const one of mails) {
        expect(one.inReplyTo).toMatch(new RegExp(`^<order-${number.toLowerCase()}@`));
        expect(one.references).toBe(one.inReplyTo);
      }
    });

    it('say the same in HTML and in plain text', () => {
      const [confirmed, refund] = mails;
      for (const body of [confirmed?.text, confirmed?.html]) {
        expect(body).toContain('Your payment has come in and your order is confirmed.');
      }
      for (const body of [refund?.text, refund?.html]) {
        expect(body).toContain('We have refunded $5.00 of the');
      }
    });
  },
);
