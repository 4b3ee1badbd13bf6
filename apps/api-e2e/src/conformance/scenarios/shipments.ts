import type { Answer } from '@shop/shop-harness/network/http-client';
import type { ConformanceShop } from '../conformance-shop';
import { withKey } from '../staff-keys';
import { checkout } from './checkout';
import { databaseBroken, databaseUnavailable, TOO_LARGE, usual } from './scenario';
import type { Scenario, Scenarios } from './scenario';
import {
  DELAYED,
  paidNumber,
  PARCEL,
  ship,
  shipments,
  shipped,
  tell,
  UNKNOWN,
} from './staff-calls';
import type { Headers } from './staff-calls';
import { fromElsewhere } from './staff-reads';

/** How many calls a minute of one address with a wrong key are answered. */
const MOST_WRONG_KEYS = 10;

type Ask = (shop: ConformanceShop, number?: string, headers?: Headers) => Promise<Answer>;

/** What every operation answers, whatever it is about. */
const ofAll = (operation: string, ask: Ask): Record<string, Scenario> => ({
  [`${operation} 401 API_KEY_INVALID`]: usual((shop) =>
    ask(shop, UNKNOWN, { authorization: 'Bearer no' }),
  ),
  [`${operation} 403 ORIGIN_NOT_ALLOWED`]: usual((shop) => ask(shop, UNKNOWN, fromElsewhere)),
  [`${operation} 404 ORDER_NOT_FOUND`]: usual((shop) => ask(shop)),
  [`${operation} 429 RATE_LIMITED`]: usual(async (shop) => {
    const address = `203.0.113.${operation.length}`;
    const headers = { authorization: 'Bearer no', 'x-forwarded-for': address };
    for (let n = 0; n < MOST_WRONG_KEYS; n += 1) await ask(shop, UNKNOWN, headers);
    return ask(shop, UNKNOWN, headers);
  }),
  [`${operation} 500 INTERNAL_ERROR`]: databaseBroken((shop) => ask(shop)),
  [`${operation} 503 SERVICE_UNAVAILABLE`]: databaseUnavailable((shop) => ask(shop)),
});

type AskWith = (shop: ConformanceShop, body: object, headers?: Headers) => Promise<Answer>;

/** What every operation answers that changes something. */
const ofChanges = (operation: string, ask: AskWith, news: object): Record<string, Scenario> => ({
  [`${operation} 400 INVALID_REQUEST`]: usual((shop) => ask(shop, { ...news, carrier: '' })),
  [`${operation} 403 ROLE_NOT_ALLOWED`]: usual((shop) => ask(shop, news, withKey('viewer'))),
  [`${operation} 413 PAYLOAD_TOO_LARGE`]: usual((shop) => ask(shop, TOO_LARGE)),
  [`${operation} 415 UNSUPPORTED_MEDIA_TYPE`]: usual((shop) =>
    ask(shop, news, { 'content-type': 'text/plain' }),
  ),
  [`${operation} 422 TRACKING_URL_NOT_ALLOWED`]: usual((shop) =>
    ask(shop, { ...news, trackingUrl: 'https://elsewhere.example/1' }),
  ),
});

export const shipmentScenarios: Scenarios = {
  'shipments 200': usual(async (shop) => shipments(shop, (await shipped(shop)).number)),
  ...ofAll('shipments', shipments),

  'createShipment 201': usual(async (shop) => ship(shop, await paidNumber(shop))),
  ...ofAll('createShipment', (shop, number, headers) => ship(shop, number, PARCEL, headers)),
  ...ofChanges('createShipment', (shop, body, headers) => ship(shop, UNKNOWN, body, headers), {}),
  'createShipment 422 SHIPMENT_IN_FUTURE': usual((shop) =>
    ship(shop, UNKNOWN, { shippedAt: '2098-01-01T00:00:00Z' }),
  ),
  'createShipment 400 INVALID_IDEMPOTENCY_KEY': usual((shop) =>
    ship(shop, UNKNOWN, PARCEL, { 'idempotency-key': 'a key' }),
  ),
  'createShipment 409 IDEMPOTENCY_KEY_REUSED': usual(async (shop) => {
    const number = await paidNumber(shop);
    await ship(shop, number, PARCEL, { 'idempotency-key': 'SHP-1' });
    return ship(shop, number, {}, { 'idempotency-key': 'SHP-1' });
  }),
  'createShipment 409 ORDER_NOT_SHIPPABLE': usual(async (shop) => {
    const { body } = await checkout(shop);
    return ship(shop, (JSON.parse(body) as { orderNumber: string }).orderNumber);
  }),
  'createShipment 409 LINE_OVERSHIPPED': usual(async (shop) => {
    const number = await paidNumber(shop);
    return ship(shop, number, { lines: [{ lineId: `${number}-0`, quantity: 2 }] });
  }),
  'createShipment 409 NOTHING_TO_SHIP': usual(async (shop) =>
    ship(shop, (await shipped(shop)).number),
  ),
  'createShipment 422 LINE_NOT_SHIPPABLE': usual(async (shop) =>
    ship(shop, await paidNumber(shop), { lines: [{ lineId: 'ZZZZ-ZZZZ-0', quantity: 1 }] }),
  ),

  'updateShipment 200': usual(async (shop) => {
    const { number, id } = await shipped(shop);
    return tell(shop, number, id);
  }),
  ...ofAll('updateShipment', (shop, number, headers) =>
    tell(shop, number, undefined, DELAYED, headers),
  ),
  ...ofChanges(
    'updateShipment',
    (shop, body, headers) => tell(shop, UNKNOWN, undefined, body, headers),
    DELAYED,
  ),
  'updateShipment 422 SHIPMENT_IN_FUTURE': usual((shop) =>
    tell(shop, UNKNOWN, undefined, { ...DELAYED, at: '2098-01-01T00:00:00Z' }),
  ),
  'updateShipment 404 SHIPMENT_NOT_FOUND': usual(async (shop) =>
    tell(shop, await paidNumber(shop)),
  ),
};
