import { randomUUID } from 'node:crypto';
import type { Answer } from '@shop/shop-harness/network/http-client';
import type { ConformanceShop } from '../conformance-shop';
import { withKey } from '../staff-keys';
import { confirmation, paidOrder } from './order';

export const UNKNOWN = 'ZZZZ-ZZZZ';
export const PARCEL = {
  carrier: 'DHL',
  trackingNumber: '00340434161094042557',
  estimatedOn: '2026-11-26',
};
export const DELAYED = { at: '2026-11-02T10:00:00Z', status: 'delayed' };
const pathOf = (number: string) => `/api/staff/orders/${number}/shipments`;
const json = { 'content-type': 'application/json' };

export type Headers = Record<string, string>;

/** GET /api/staff/orders/{number}/shipments. */
export const shipments = (shop: ConformanceShop, number = UNKNOWN, headers: Headers = withKey()) =>
  shop.ask(pathOf(number), { headers });

/** POST /api/staff/orders/{number}/shipments. */
export const ship = (
  shop: ConformanceShop,
  number = UNKNOWN,
  body: object = PARCEL,
  headers: Headers = {},
): Promise<Answer> =>
  shop.post(pathOf(number), body, {
    'idempotency-key': randomUUID(),
    ...withKey(),
    ...headers,
  });

/** PATCH /api/staff/orders/{number}/shipments/{id}. */
export const tell = (
  shop: ConformanceShop,
  number = UNKNOWN,
  id: string = randomUUID(),
  body: object = DELAYED,
  headers: Headers = {},
): Promise<Answer> =>
  shop.ask(`${pathOf(number)}/${id}`, {
    method: 'PATCH',
    headers: { ...json, ...withKey(), ...headers },
    body: JSON.stringify(body),
  });

/** The number of a paid order. */
export async function paidNumber(shop: ConformanceShop): Promise<string> {
  const { id, cookie } = await paidOrder(shop);
  const { body } = await confirmation(shop, id, { cookie });
  return (JSON.parse(body) as { orderNumber: string }).orderNumber;
}

/** A paid order of which a parcel is out. */
export async function shipped(shop: ConformanceShop): Promise<{ number: string; id: string }> {
  const number = await paidNumber(shop);
  const { body } = await ship(shop, number);
  return { number, id: (JSON.parse(body) as { shipment: { id: string } }).shipment.id };
}
