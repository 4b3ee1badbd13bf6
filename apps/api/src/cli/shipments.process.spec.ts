import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeOnPostgres } from '../../testing/engines';
import { untilDone, untilOrder } from '../../testing/orders';
import { Shopper, sessionIdOf } from '../../testing/shopper';
import { startTestApi } from '../../testing/start-test-api';
import type { TestApi } from '../../testing/start-test-api';
import { runHere } from '../../testing/run-here';
import { runProgram } from '../../testing/run-program';
import { staffActions } from '../database/schema/staff-tables';

describeOnPostgres('the commands about parcels and keys', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi('postgres');
  }, 60_000);
  afterAll(() => api?.stop());

  const command = (name: 'orders' | 'staff', ...args: string[]) => runHere(name, args, api.env);
  const program = (name: 'orders' | 'staff', ...args: string[]) => runProgram(name, args, api.env);
  const json = <T>(text: string) => JSON.parse(text) as T;

  it('make a key that opens, list it without its secret, and revoke it', async () => {
    const made = await program('staff', 'keys', 'create', 'depot', '--role', 'viewer', '--json');
    const { id, key } = json<{ id: string; key: string }>(made.out);
    const ask = async () => {
      const { status } = await fetch(`${api.url}/api/staff/orders/ZZZZ-ZZZZ/shipments`, {
        headers: { authorization: `Bearer ${key}` },
      });
      return status;
    };
    expect(await ask()).toBe(404);
    const { out } = await program('staff', 'keys', 'list');
    expect(out).toContain('depot');
    expect(out).not.toContain(key.slice(-43));
    expect((await program('staff', 'keys', 'revoke', id)).code).toBe(0);
    expect(await ask()).toBe(401);
    expect((await command('staff', 'keys', 'revoke', id)).code).toBe(1);
  });

  it.each([
    'keys',
    'keys create',
    'keys create <b>',
    'keys create a --role owner',
    'keys revoke x',
    'people',
  ])('refuse %s with how to use it', async (words) => {
    const { code, error } = await command('staff', ...words.split(' '));
    expect([code, error]).toEqual([2, expect.stringContaining('Usage: npm run staff')]);
  });

  it('send an order, tell of its parcel, and are written down', async () => {
    const { body } = await new Shopper(api).checkout();
    const session = sessionIdOf(body.url);
    const number = body.orderNumber;
    const early = await command('orders', 'ship', number);
    expect([early.code, early.error]).toEqual([1, expect.stringMatching(/order is not paid/)]);
    await api.sandbox.complete(session);
    const { id: orderId } = await untilOrder(api, session, ({ status }) => status === 'paid');
    const wrong = await command('orders', 'ship', number, '--expected', 'soon');
    expect([wrong.code, wrong.error]).toEqual([2, expect.stringContaining('estimatedOn')]);
    const line = `${number}-0=1`;
    const shipped = ['ship', number, '--line', line, '--carrier', 'UPS', '--tracking', '1Z9'];
    const { out } = await program('orders', ...shipped, '--key', 'SHP-1', '--json');
    const { shipment } = json<{ shipment: { id: string; trackingUrl: string } }>(out);
    expect(shipment.trackingUrl).toContain('1Z9');
    expect((await command('orders', ...shipped, '--key', 'SHP-1', '--json')).out).toBe(out);
    const why = ['--reason', 'its carrier said so'];
    const news = [number, shipment.id, '--status', 'delivered', ...why];
    const told = await program('orders', 'shipment', ...news);
    expect(told.out).toContain('shopStatus: delivered');
    expect((await program('orders', 'shipments', number)).out).toContain('leftToShip 0');
    await untilDone(api, orderId, ['confirmation_mail', `shipped_mail:${shipment.id}`]);
    const actions = await api.database.queries.select().from(staffActions).orderBy(staffActions.id);
    expect(actions.filter(({ orderNumber }) => orderNumber === number)).toMatchObject([
      { action: 'createShipment', orderNumber: number, status: 409, code: 'ORDER_NOT_SHIPPABLE' },
      {
        action: 'createShipment',
        before: { shippedStatus: null },
        after: { shippedStatus: 'shipped' },
        status: 201,
        code: null,
      },
      { action: 'createShipment', status: 201, code: null },
      {
        action: 'updateShipment',
        orderNumber: number,
        reason: 'its carrier said so',
        before: { shippedStatus: 'shipped' },
        after: { shippedStatus: 'delivered' },
        status: 200,
      },
    ]);
  }, 60_000);
});
