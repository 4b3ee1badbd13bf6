import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Problem, StaffActionAnswer, StaffAudit } from '@shop/contract';
import { deadlines } from '@shop/contract/deadlines';
import type { DeadlineName } from '@shop/contract/deadlines';
import { usualEngines } from '../../../testing/engines';
import { untilDone, untilOrder } from '../../../testing/orders';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { StaffBrowser } from '../../../testing/staff-browser';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { until } from '../../../testing/until';

const reason = 'she has called';

/** Works while operations of a kind are answered after so many milliseconds at most. */
async function within<T>(name: DeadlineName, ms: number, work: () => Promise<T>): Promise<T> {
  const all: Record<DeadlineName, number> = deadlines;
  const shortened = jest.replaceProperty(all, name, ms);
  try {
    return await work();
  } finally {
    shortened.restore();
  }
}

describe.each(usualEngines)('staff, while Stripe is slow, on the %s database', (engine) => {
  let api: TestApi;
  let operator: StaffBrowser;
  beforeAll(async () => {
    api = await startTestApi(engine);
    operator = await StaffBrowser.open(api, 'anna', 'operator');
  }, 60_000);
  afterEach(() => api.sandbox.reset());
  afterAll(() => api?.stop());

  async function bought(): Promise<string> {
    const session = sessionIdOf((await new Shopper(api).checkout()).body.url);
    await api.sandbox.complete(session);
    const { id, number } = await untilOrder(api, session, ({ status }) => status === 'paid');
    await untilDone(api, id, ['confirmation_mail']);
    return number;
  }
  /** The number of an order that waits for a bank transfer. */
  async function waiting(): Promise<string> {
    await api.sandbox.settings({ bankTransfers: true });
    const session = sessionIdOf((await new Shopper(api).checkout()).body.url);
    await api.sandbox.call('POST', `sessions/${session}/complete`, {
      name: 'Jenny Rosen',
      email: 'jenny.rosen@example.com',
      method: 'customer_balance',
    });
    return (await untilOrder(api, session, ({ status }) => status === 'processing')).number;
  }
  /** Each answer of Stripe comes so late. Its events do not come: what they tell is not read beside. */
  async function slow(latencyMs: number): Promise<void> {
    await api.sandbox.switches({ drop: true });
    await api.sandbox.faults({ latencyMs });
  }
  const act = (path: string, body: object = {}, key = 'first') =>
    operator.act<StaffActionAnswer & Problem>(
      `/api/staff/${path}`,
      { reason, ...body },
      { 'idempotency-key': key },
    );
  const actionsOn = async (number: string) => {
    const { body } = await operator.get<StaffAudit>('/api/staff/audit');
    return body.actions.filter(({ orderNumber }) => orderNumber === number);
  };
  const untilEnded = (number: string) =>
    until(
      () => actionsOn(number),
      ([newest]) => typeof newest?.status === 'number',
    );

  it('get the answer of a refund for which Stripe is asked several times, and it is written down', async () => {
    const number = await bought();
    await slow(900);
    expect(await act(`orders/${number}/refund`, { amountMinor: 400 })).toMatchObject({
      status: 200,
      body: { after: { refundedMinor: 400 } },
    });
    expect(await actionsOn(number)).toMatchObject([
      { action: 'refundOrder', status: 200, code: null, after: { refundedMinor: 400 } },
    ]);
  });

  it('get the answer of whatever waits for Stripe, later than that of anything else', async () => {
    const number = await bought();
    const awaited = await waiting();
    await slow(400);
    const answers = await within('usual', 200, async () => ({
      sync: await act(`orders/${number}/sync`),
      resolve: await act(`orders/${number}/resolve`, { decision: 'dismissed' }),
      refund: await act(`orders/${number}/refund`),
      cancel: await act(`orders/${awaited}/cancel`),
      replay: await act('events/evt_unknown/replay'),
      check: await act('stripe/check'),
      search: await operator.get('/api/staff/orders?q=ch_unknown'),
    }));
    const statuses = Object.entries(answers).map(([what, { status }]) => [what, status] as const);
    expect(Object.fromEntries(statuses)).toEqual({
      sync: 200,
      // It is not under review, which is said when Stripe has been asked.
      resolve: 409,
      refund: 200,
      cancel: 200,
      replay: 409,
      check: 200,
      search: 200,
    });
  });

  it('are told that Stripe does not answer, and not that nothing is wrong there', async () => {
    await api.sandbox.faults({ status: 500 });
    expect(await act('stripe/check')).toMatchObject({
      status: 503,
      body: { code: 'STRIPE_UNAVAILABLE' },
    });
    await api.sandbox.faults({});
    expect(await act('stripe/check')).toMatchObject({
      status: 200,
      body: { words: 'Nothing is known to be wrong at Stripe.' },
    });
  });

  it.each([
    ['done', { amountMinor: 400 }, { status: 200, code: null, after: { refundedMinor: 400 } }],
    ['refused', { amountMinor: 999_999 }, { status: 409, code: 'ACTION_NOT_POSSIBLE' }],
  ])('read in the audit that what was answered too late was %s', async (_how, wish, ended) => {
    const number = await bought();
    await slow(400);
    const answer = await within('stripe', 200, () => act(`orders/${number}/refund`, wish, 'late'));
    expect(answer).toMatchObject({ status: 503, body: { code: 'SERVICE_UNAVAILABLE' } });
    const actions = await untilEnded(number);
    expect(actions).toMatchObject([{ action: 'refundOrder', reason, ...ended }]);
  });
});
