import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asc } from 'drizzle-orm';
import { usualEngines } from '../../testing/engines';
import { Shopper } from '../../testing/shopper';
import { startTestApi } from '../../testing/start-test-api';
import type { TestApi } from '../../testing/start-test-api';
import { Warehouse } from '../../testing/warehouse';
import { apiKeys, staffActions } from '../database/schema/staff-tables';
import { createApiKey, isRightKey, sentKey } from './api-key';
import { ApiKeysService } from './api-keys.service';

const PATH = '/api/staff/orders/ZZZZ-ZZZZ/shipments';

describe('an API key', () => {
  it('is found by its prefix, and right only whole', () => {
    const { key, prefix, keyHash } = createApiKey();
    expect(sentKey(`Bearer ${key}`)).toEqual({ key, prefix });
    expect(sentKey(`bearer ${key}`)).toEqual({ key, prefix });
    expect(isRightKey(key, keyHash)).toBe(true);
    expect(isRightKey(key, undefined)).toBe(false);
    expect(isRightKey(createApiKey().key, keyHash)).toBe(false);
    expect(keyHash).not.toContain(key.slice(-20));
  });

  it.each([undefined, '', 'Bearer', 'Bearer ', 'Basic abc', 'Bearer shopkey_x_y', ['Bearer a']])(
    'is not in %j',
    (authorization) => {
      expect(sentKey(authorization)).toBeUndefined();
    },
  );

  it('is not taken with anything before or after it', () => {
    const { key } = createApiKey();
    for (const sent of [
      `Bearer ${key} `,
      `Bearer  ${key}`,
      key,
      `Bearer ${key}a`,
      `Bearer ${key}\n`,
    ])
      expect(sentKey(sent)).toBeUndefined();
  });
});

describe.each(usualEngines)("the staff's API, on the %s database", (engine) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi(engine, { api: { TRUST_PROXY: '1' } });
  }, 60_000);
  afterAll(() => api?.stop());

  const ask = (authorization: string | undefined, address: string) =>
    new Shopper(api).request<{ code: string }>('GET', PATH, {
      headers: { ...(authorization && { authorization }), 'x-forwarded-for': address },
    });
  const actions = () =>
    api.database.queries.select().from(staffActions).orderBy(asc(staffActions.id));

  it('lets nobody in without a key, with a wrong one, or with one that is revoked', async () => {
    const keys = api.app.get(ApiKeysService, { strict: false });
    const { key, id } = await keys.create('shop', 'operator');
    const wrong = key.slice(0, -1) + (key.endsWith('A') ? 'B' : 'A');
    for (const sent of [undefined, 'Bearer', `Bearer ${wrong}`]) {
      const answer = await ask(sent, '203.0.113.1');
      expect(answer).toMatchObject({ status: 401, body: { code: 'API_KEY_INVALID' } });
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    }
    expect((await ask(`Bearer ${key}`, '203.0.113.1')).body.code).toBe('ORDER_NOT_FOUND');
    expect(await keys.revoke(id)).toBe('shop');
    expect(await keys.revoke(id)).toBeUndefined();
    expect((await ask(`Bearer ${key}`, '203.0.113.1')).status).toBe(401);
    const [row] = await api.database.queries.select().from(apiKeys);
    expect(JSON.stringify(row)).not.toContain(key.slice(-43));
  });

  it('limits wrong keys of an address, and locks out no right one', async () => {
    const { key } = await Warehouse.open(api);
    const statuses: number[] = [];
    for (let n = 0; n < 12; n += 1) statuses.push((await ask('Bearer no', '203.0.113.2')).status);
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429, 429]);
    expect((await ask('Bearer no', '203.0.113.3')).status).toBe(401);
    expect((await ask(`Bearer ${key}`, '203.0.113.2')).status).toBe(404);
  });

  it('lets a viewer read and not act, and writes down every call', async () => {
    const before = (await actions()).length;
    const [viewer, operator] = [
      await Warehouse.open(api, 'viewer', 'accounts'),
      await Warehouse.open(api, 'operator', 'depot'),
    ];
    const { body } = await new Shopper(api).checkout();
    const { orderNumber } = body;
    expect((await viewer.shipments(orderNumber)).status).toBe(200);
    expect(await viewer.ship(orderNumber)).toMatchObject({
      status: 403,
      body: { code: 'ROLE_NOT_ALLOWED' },
    });
    await operator.ship(orderNumber);
    await operator.ship('%00', { lines: 1 });
    expect((await actions()).slice(before)).toMatchObject([
      { who: 'accounts', action: 'shipments', orderNumber, status: 200, code: null },
      { who: 'accounts', action: 'createShipment', status: 403, code: 'ROLE_NOT_ALLOWED' },
      { who: 'depot', action: 'createShipment', status: 409, code: 'ORDER_NOT_SHIPPABLE' },
      { who: 'depot', orderNumber: null, status: 400, code: 'INVALID_REQUEST' },
    ]);
  });
});
