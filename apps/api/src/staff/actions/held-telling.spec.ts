import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  Problem,
  StaffActionAnswer,
  StaffAudit,
  StaffOrder,
  StaffOrders,
  StaffOverview,
} from '@shop/contract';
import { usualEngines } from '../../../testing/engines';
import { stepsOf, untilDone, untilOrder } from '../../../testing/orders';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { StaffBrowser } from '../../../testing/staff-browser';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { HeldTellingService } from '../../order/fulfilment/held-telling.service';

const reason = 'the warehouse has the list';

describe.each(usualEngines)('an order that may have been told, on the %s database', (engine) => {
  let api: TestApi;
  let operator: StaffBrowser;
  beforeAll(async () => {
    api = await startTestApi(engine);
    operator = await StaffBrowser.open(api, 'anna', 'operator');
  }, 60_000);
  afterAll(() => api?.stop());

  async function bought() {
    const { body } = await new Shopper(api).checkout();
    const session = sessionIdOf(body.url);
    await api.sandbox.complete(session);
    const order = await untilOrder(api, session, ({ status }) => status === 'paid');
    await untilDone(api, order.id, ['confirmation_mail']);
    return { ...order, session };
  }
  const hold = () => api.app.get(HeldTellingService, { strict: false }).hold();
  /** @returns the e-mail's step that follows */
  async function refund(session: string, amount: number): Promise<string> {
    await api.sandbox.call('POST', `sessions/${session}/refund`, { amount });
    const { refunds } = await untilOrder(api, session, ({ refunds: all }) =>
      all.some(({ amountMinor }) => amountMinor === amount),
    );
    return `refund_mail:${refunds.find(({ amountMinor }) => amountMinor === amount)?.id}`;
  }
  /** As after a restore: what an order has to tell waits. */
  async function held() {
    const order = await bought();
    await hold();
    return { ...order, step: await refund(order.session, 100) };
  }
  const act = (number: string, word: 'tell' | 'told') =>
    operator.act<StaffActionAnswer & Problem>(`/api/staff/orders/${number}/${word}`, { reason });
  const needs = async () => {
    const { body } = await operator.get<StaffOverview>('/api/staff/overview');
    return body.needs.filter(({ code }) => code === 'telling_held');
  };
  const wrongWith = async (number: string) =>
    (await operator.get<StaffOrder>(`/api/staff/orders/${number}`)).body.wrong;
  const mailsOf = async (number: string) =>
    (await api.mails()).filter((mail) => mail.includes(number));
  const DECIDED = { before: { tellingHeld: true }, after: { tellingHeld: false } };

  it('is found from the overview, and tells what waits at a person’s word', async () => {
    const { id, number, step } = await held();
    const [need] = await needs();
    expect(need).toMatchObject({ count: 1, orders: 'telling_held' });
    const found = await operator.get<StaffOrders>(`/api/staff/orders?filter=${need?.orders}`);
    expect(found.body.orders.map((order) => order.number)).toEqual([number]);
    expect(await wrongWith(number)).toMatchObject([{ code: 'telling_held' }]);
    expect(await act(number, 'tell')).toMatchObject({
      status: 200,
      body: { ...DECIDED, words: expect.stringContaining('What waited is told now') },
    });
    await untilDone(api, id, ['confirmation_mail', step]);
    expect(await mailsOf(number)).toHaveLength(2);
    expect(await wrongWith(number)).toEqual([]);
    expect(await needs()).toEqual([]);
    const audit = await operator.get<StaffAudit>('/api/staff/audit');
    expect(audit.body.actions[0]).toMatchObject({
      who: 'anna',
      action: 'tellHeld',
      orderNumber: number,
      reason,
      ...DECIDED,
      status: 200,
    });
  });

  it('sends nothing of what was told before, and tells again from then on', async () => {
    const { id, number, session, step } = await held();
    expect(await act(number, 'told')).toMatchObject({
      status: 200,
      body: { ...DECIDED, words: expect.stringContaining('What waited counts as told') },
    });
    expect(await stepsOf(api, id)).toMatchObject([
      { step: 'confirmation_mail', outcome: 'sent' },
      { step, outcome: 'sent', note: expect.stringContaining('a person says') },
    ]);
    const next = await refund(session, 200);
    await untilDone(api, id, ['confirmation_mail', step, next]);
    // The confirmation, and the second refund.
    expect(await mailsOf(number)).toHaveLength(2);
    const audit = await operator.get<StaffAudit>('/api/staff/audit');
    expect(audit.body.actions[0]).toMatchObject({ action: 'markTold', orderNumber: number });
  });

  it('is told nothing at a corrected address before that word', async () => {
    const { id, number, step } = await held();
    const email = 'jenny@right.example';
    const path = `/api/staff/orders/${number}/email`;
    expect(await operator.act<StaffActionAnswer>(path, { email, reason })).toMatchObject({
      status: 200,
      body: { words: expect.stringContaining('What the order would tell waits for your word') },
    });
    await act(number, 'tell');
    await untilDone(api, id, ['confirmation_mail', step]);
    const told = await mailsOf(number);
    expect(told.filter((mail) => mail.includes(`To: ${email}`))).toHaveLength(1);
  });

  it('is not sent again before that word', async () => {
    const { id, number } = await held();
    const steps = await stepsOf(api, id);
    const again = { channel: 'mail', reason };
    const { status, body } = await operator.act(`/api/staff/orders/${number}/resend`, again);
    expect([status, body.code]).toEqual([409, 'ACTION_NOT_POSSIBLE']);
    expect(body.errors?.[0]?.message).toContain('held back');
    expect(await stepsOf(api, id)).toEqual(steps);
    await act(number, 'told');
  });

  it('takes a second word for nothing, and a word about what has nothing to tell', async () => {
    const { number, step, id } = await held();
    await act(number, 'told');
    expect(await act(number, 'tell')).toMatchObject({
      status: 200,
      body: { words: expect.stringContaining('nothing has changed') },
    });
    expect((await stepsOf(api, id)).find((one) => one.step === step)?.outcome).toBe('sent');
    expect(await mailsOf(number)).toHaveLength(1);
    const quiet = await bought();
    await hold();
    expect(await act(quiet.number, 'tell')).toMatchObject({
      status: 200,
      body: { ...DECIDED, words: expect.stringContaining('Nothing waited') },
    });
  });

  it('takes no word of a viewer, none without a reason, and none about an unknown order', async () => {
    const viewer = await StaffBrowser.open(api, 'vera', 'viewer');
    for (const word of ['tell', 'told']) {
      const path = `/api/staff/orders/ZZZZ-ZZZZ/${word}`;
      expect((await viewer.act(path, { reason })).body.code).toBe('ROLE_NOT_ALLOWED');
      expect((await operator.act(path, { reason })).body.code).toBe('ORDER_NOT_FOUND');
      expect((await operator.act(path, {})).body.code).toBe('INVALID_REQUEST');
    }
  });
});
