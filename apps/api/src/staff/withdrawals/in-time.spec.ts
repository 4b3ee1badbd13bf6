import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StaffWithdrawals, WithdrawalReceipt } from '@shop/contract';
import { usualEngines } from '../../../testing/engines';
import { later } from '../../../testing/later';
import { untilOrder } from '../../../testing/orders';
import { postJson } from '../../../testing/post-json';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { StaffBrowser } from '../../../testing/staff-browser';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { Warehouse } from '../../../testing/warehouse';

const DAY_MS = 24 * 60 * 60 * 1000;

describe.each(usualEngines)('the period to withdraw, on the %s database', (engine) => {
  let api: TestApi;
  let staff: StaffBrowser;
  beforeAll(async () => {
    api = await startTestApi(engine, { shop: { withdrawal: { offer: 'all', days: 14 } } });
    staff = await StaffBrowser.open(api, 'anna', 'operator');
  }, 60_000);
  afterAll(() => api?.stop());

  async function bought() {
    const shopper = new Shopper(api);
    const session = sessionIdOf((await shopper.checkout()).body.url);
    await api.sandbox.complete(session);
    const order = await untilOrder(api, session, ({ status }) => status === 'paid');
    return { ...order, session, shopper };
  }
  async function refund(session: string, totalMinor: number) {
    await api.sandbox.call('POST', `sessions/${session}/refund`, {});
    await untilOrder(api, session, ({ refundedMinor }) => refundedMinor === totalMinor);
  }
  const declare = async (orderNumber: string) => {
    const said = { name: 'Jenny Rosen', email: 'jenny.rosen@example.com', orderNumber };
    const { body } = await postJson<WithdrawalReceipt>(api, '/api/orders/withdrawals', said);
    return body.reference;
  };
  const listed = async (reference: string) => {
    const { body } = await staff.get<StaffWithdrawals>('/api/staff/withdrawals');
    return body.withdrawals.find((one) => one.reference === reference);
  };

  it('is judged as of the declaration: a refund that answers it takes nothing back', async () => {
    const { number, session, totalMinor } = await bought();
    const reference = await declare(number);
    const before = await listed(reference);
    expect(before).toMatchObject({ inTime: true, periodEndsAt: expect.any(String) });
    await refund(session, totalMinor);
    expect(await listed(reference)).toMatchObject({
      inTime: true,
      periodEndsAt: before?.periodEndsAt,
    });
  });

  it('is over for what was refunded in full before', async () => {
    const { number, session, totalMinor } = await bought();
    await refund(session, totalMinor);
    const reference = await later(api, DAY_MS, () => declare(number));
    expect(await listed(reference)).toMatchObject({ inTime: false, periodEndsAt: null });
  });

  it('does not end on the page while a parcel is on its way', async () => {
    const { number, session, shopper } = await bought();
    const warehouse = await Warehouse.open(api);
    expect((await warehouse.ship(number)).status).toBe(201);
    const endAfter = (days: number) =>
      later(api, days * DAY_MS, async () => {
        const { body } = await shopper.confirmation(session);
        return body.withdrawableUntil;
      });
    expect(await endAfter(0)).not.toBeNull();
    expect(await endAfter(20)).not.toBeNull();
    expect(await endAfter(60)).toBeNull();
  });
});
