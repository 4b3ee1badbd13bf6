import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StaffShipments, StaffShipmentsQuery } from '@shop/contract';
import { sql } from 'drizzle-orm';
import { allPages } from '../../../testing/all-pages';
import { engines } from '../../../testing/engines';
import { expectGuarded } from '../../../testing/expect-guarded';
import { untilOrder } from '../../../testing/orders';
import { planOf } from '../../../testing/plan-of';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { StaffBrowser } from '../../../testing/staff-browser';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { Warehouse } from '../../../testing/warehouse';
import { StaffShipmentRepository } from './staff-shipment.repository';

const PATH = '/api/staff/shipments';

describe.each(engines)('the parcels of all orders, for staff, on the %s database', (engine) => {
  let api: TestApi;
  let viewer: StaffBrowser;
  let operator: StaffBrowser;
  let warehouse: Warehouse;
  beforeAll(async () => {
    api = await startTestApi(engine);
    viewer = await StaffBrowser.open(api, 'vera', 'viewer');
    operator = await StaffBrowser.open(api, 'anna', 'operator');
    warehouse = await Warehouse.open(api);
  }, 60_000);
  afterAll(() => api?.stop());

  /** A parcel of an order of its own. */
  async function shipped(status?: string) {
    const { body } = await new Shopper(api).checkout();
    const session = sessionIdOf(body.url);
    await api.sandbox.complete(session);
    const { id, number } = await untilOrder(api, session, (order) => order.status === 'paid');
    const answer = await warehouse.ship(number, { carrier: 'DHL', trackingNumber: '0034' });
    const parcel = answer.body.shipment.id;
    const at = new Date().toISOString();
    if (status) await warehouse.tell(number, parcel, { at, status });
    return { id, number, parcel };
  }
  const all = (query: string, by = viewer) =>
    allPages(by, `${PATH}?${query}`, ({ shipments }: StaffShipments) => shipments);

  it('are found by what has become of them, with the order that each is of', async () => {
    const [lost, out] = [await shipped('lost'), await shipped()];
    expect((await all('')).map(({ id }) => id)).toEqual([out.parcel, lost.parcel]);
    expect(await all('status=lost')).toEqual([
      expect.objectContaining({
        id: lost.parcel,
        orderNumber: lost.number,
        status: 'lost',
        carrier: 'DHL',
        lines: [{ lineId: `${lost.number}-0`, quantity: 1 }],
      }),
    ]);
    expect((await all('status=shipped')).map(({ id }) => id)).toEqual([out.parcel]);
    expect(await all('status=returned')).toEqual([]);
    expect(JSON.stringify(await all(''))).not.toMatch(/jenny|rosen|example\.com|oyster/i);
  });

  it('have for an operator alone the number and the link that lead to where they went', async () => {
    const { parcel } = await shipped();
    const tracked = async (by: StaffBrowser) => (await all('', by)).find(({ id }) => id === parcel);
    expect(await tracked(operator)).toMatchObject({
      trackingNumber: '0034',
      trackingUrl: expect.stringContaining('0034'),
    });
    expect(await tracked(viewer)).toMatchObject({
      carrier: 'DHL',
      trackingNumber: null,
      trackingUrl: null,
    });
  });

  it('are paged through once, newest first', async () => {
    const { id } = await shipped();
    // Many of the same microsecond, as a warehouse's import writes them.
    await api.database.queries.execute(
      sql`insert into shipments (id, order_id, idempotency_key, request_hash, status, shipped_at, created_at)
        select gen_random_uuid(), ${id}, 'page' || n, 'none', 'delayed', '2026-01-01T00:00:00.123456Z', now()
        from generate_series(1, 120) as n`,
    );
    expect(new Set((await all('status=delayed')).map((one) => one.id)).size).toBe(120);
    const times = (await all('')).map(({ shippedAt }) => shippedAt);
    expect(times.length).toBeGreaterThan(120);
    expect(times).toEqual(times.toSorted().reverse());
  });

  it('are read by an index', async () => {
    const repository = api.app.get(StaffShipmentRepository, { strict: false });
    const after = {
      key: '2026-01-01T00:00:00.000000Z',
      id: '5d0f4c1e-6f0c-4a53-9b1e-2f6f6c1d7a10',
    };
    const plan = (status: StaffShipmentsQuery['status'], from?: typeof after) =>
      planOf(api, repository.page(status, from, 51));
    for (const from of [undefined, after]) {
      expect(await plan(undefined, from)).toMatch(/Backward using shipments_recent/);
      expect(await plan('lost', from)).toMatch(/Backward using shipments_status/);
    }
  });

  it('are for whoever is signed in, on the pages of the console', async () => {
    await expectGuarded(api, viewer, PATH, ['status=stolen', 'status=']);
  });
});
