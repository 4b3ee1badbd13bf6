import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Confirmation } from '@shop/contract';
import { usualEngines } from '../../../testing/engines';
import { untilDone, untilOrder } from '../../../testing/orders';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { until } from '../../../testing/until';

describe.each(usualEngines)('the amounts of an order, on the %s database', (engine) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi(engine);
  }, 60_000);
  afterEach(() => api.sandbox.reset());
  afterAll(() => api?.stop());

  /** A shopper with a checkout of one product of this price, and what the page says of it. */
  async function checkOut(unitAmount: number) {
    const product = await api.stripe.products.create({ name: `For ${unitAmount}` });
    const price = await api.stripe.prices.create({
      product: product.id,
      currency: 'usd',
      unit_amount: unitAmount,
    });
    const shopper = new Shopper(api);
    const items = [{ priceId: price.id, quantity: 1 }];
    const id = sessionIdOf((await shopper.checkout({ items })).body.url);
    const page = async (): Promise<Confirmation> => (await shopper.confirmation(id)).body;
    const act = (what: string, body: object = {}) =>
      api.sandbox.call('POST', `sessions/${id}/${what}`, body);
    return { id, page, act };
  }
  const mailsAbout = async (orderNumber: string) =>
    (await api.mails())
      .filter((mail) => mail.includes(orderNumber))
      .map(readable)
      .join('\n');

  describe('that waits for its money', () => {
    it('by bank transfer: what is left after each part, with reference and instructions', async () => {
      await api.sandbox.settings({ bankTransfers: true });
      const { id, page, act } = await checkOut(2000);
      await act('complete', { method: 'customer_balance' });
      const waiting = await untilOrder(api, id, ({ status }) => status === 'processing');
      const bankTransfer = {
        currency: 'usd',
        reference: expect.stringMatching(/^\w{12}$/),
        instructionsUrl: expect.stringMatching(/\/vouchers\/pi_/),
      };
      const state = 'awaiting_bank_transfer';
      expect(await page()).toMatchObject({
        state,
        final: false,
        bankTransfer: { ...bankTransfer, amountRemainingMinor: 2000 },
      });
      await act('transfer', { amount: 1500 });
      await untilOrder(
        api,
        id,
        ({ paymentAction: action }) =>
          action?.type === 'bank_transfer' && action.amountRemainingMinor === 500,
      );
      expect(await page()).toMatchObject({
        state,
        bankTransfer: { ...bankTransfer, amountRemainingMinor: 500 },
      });
      expect((await new Shopper(api).confirmation(id)).body).not.toHaveProperty('bankTransfer');
      await untilDone(api, waiting.id, ['received_mail']);
      await act('transfer', { amount: 500 });
      await untilOrder(api, id, ({ status }) => status === 'paid');
      await untilDone(api, waiting.id, ['received_mail', 'confirmation_mail']);
      expect((await page()).state).toBe('confirmed');
    });

    it('by a bank account that is verified first: the link to do it, then the debit', async () => {
      const { id, page, act } = await checkOut(2000);
      await act('complete', { method: 'us_bank_account', microdeposits: true });
      const waiting = await untilOrder(api, id, ({ status }) => status === 'processing');
      expect(await page()).toMatchObject({
        state: 'awaiting_microdeposits',
        final: false,
        verificationUrl: expect.stringMatching(/^http/),
        arrivalDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      });
      await untilDone(api, waiting.id, ['received_mail']);
      await act('verify-microdeposits');
      // No event tells of it: the page reads the session again.
      await until(page, ({ state }) => state === 'processing');
      await act('settle');
      await untilOrder(api, id, ({ status }) => status === 'paid');
      expect((await page()).state).toBe('confirmed');
    });
  });

  it('have tax within the price in them: nothing is reviewed, page and mail say how much', async () => {
    await api.sandbox.settings({ automaticTax: true, taxPercent: 19, taxBehavior: 'inclusive' });
    const { id, page, act } = await checkOut(1190);
    await act('complete');
    const order = await untilOrder(api, id, ({ status }) => status !== 'pending');
    expect(order).toMatchObject({ status: 'paid', reviewReason: null });
    expect(await page()).toMatchObject({
      state: 'confirmed',
      amounts: { subtotalMinor: 1190, totalMinor: 1190, taxMinor: 190, taxIncludedMinor: 190 },
    });
    await untilDone(api, order.id, ['confirmation_mail']);
    const mail = await mailsAbout(order.number);
    expect(mail).toMatch(/^Total: \$11\.90\r?\nIncludes tax of: \$1\.90\r?$/m);
    expect(mail).not.toMatch(/^Tax: /m);
  });

  it('have tax on top of the price beside them', async () => {
    await api.sandbox.settings({ automaticTax: true, taxPercent: 19, taxBehavior: 'exclusive' });
    const { id, page, act } = await checkOut(1000);
    await act('complete');
    const order = await untilOrder(api, id, ({ status }) => status !== 'pending');
    expect(await page()).toMatchObject({
      state: 'confirmed',
      amounts: { subtotalMinor: 1000, totalMinor: 1190, taxMinor: 190, taxIncludedMinor: 0 },
    });
    await untilDone(api, order.id, ['confirmation_mail']);
    expect(await mailsAbout(order.number)).toMatch(/^Tax: \$1\.90\r?\nTotal: \$11\.90\r?$/m);
  });

  describe("in the shopper's own currency", () => {
    const inEuro = () =>
      api.sandbox.settings({ presentmentCurrency: 'eur', presentmentPercent: 90 });

    it('are told of a refund as the shopper gets it', async () => {
      await inEuro();
      const { id, page, act } = await checkOut(1000);
      await act('complete');
      await untilOrder(api, id, ({ status }) => status === 'paid');
      const { id: refundId } = (await act('refund')) as { id: string };
      const order = await untilOrder(api, id, ({ refundedMinor }) => refundedMinor === 1000);
      const presentment = { amountMinor: 900, currency: 'eur' };
      expect(await page()).toMatchObject({
        state: 'refunded',
        amounts: { presentment },
        refunds: [{ amountMinor: 1000, status: 'succeeded', presentment }],
      });
      await untilDone(api, order.id, ['confirmation_mail', `refund_mail:${refundId}`]);
      expect(await mailsAbout(order.number)).toMatch(/^This refund: €9\.00\r?$/m);
    });

    it('are not told as charged where a debit failed', async () => {
      await inEuro();
      const { id, page, act } = await checkOut(2400);
      await act('complete', { method: 'us_bank_account' });
      await untilOrder(api, id, ({ status }) => status === 'processing');
      await act('fail');
      const order = await untilOrder(api, id, ({ status }) => status === 'payment_failed');
      expect(order.presentment).toEqual({ amountMinor: 2160, currency: 'eur' });
      expect(await page()).toMatchObject({
        state: 'payment_failed',
        amounts: { presentment: null },
      });
      await untilDone(api, order.id, ['received_mail', 'payment_failed_mail']);
      expect(await mailsAbout(order.number)).not.toMatch(/€|Charged/);
    });
  });
});

/** Without the encoding of mails (quoted-printable). */
const readable = (mail: string) =>
  Buffer.from(
    mail
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
