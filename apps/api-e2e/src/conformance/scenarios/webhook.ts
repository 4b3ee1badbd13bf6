import type { Answer } from '@shop/shop-harness/network/http-client';
import { rowEvent, sign, WEBHOOK_PATH } from '@shop/shop-harness/shop/stripe-event';
import { WEBHOOK_SECRET } from '@shop/shop-harness/shop/webhook-secret';
import type { ConformanceShop } from '../conformance-shop';
import { databaseBroken, databaseUnavailable, usual } from './scenario';
import type { Scenarios } from './scenario';

/** POST /api/webhooks/stripe with a valid signature. */
const deliver = (
  shop: ConformanceShop,
  body: string,
  headers: Record<string, string> = {},
): Promise<Answer> =>
  shop.ask(WEBHOOK_PATH, {
    method: 'POST',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'stripe-signature': sign(body, WEBHOOK_SECRET),
      ...headers,
    },
    body,
  });

export const webhookScenarios: Scenarios = {
  'receive 200': usual((shop) => deliver(shop, rowEvent().body)),
  'receive 400 INVALID_SIGNATURE': usual((shop) =>
    deliver(shop, rowEvent().body, { 'stripe-signature': 't=1,v1=00' }),
  ),
  'receive 400 INVALID_EVENT': usual((shop) => deliver(shop, '{"id":"evt_1"}')),
  'receive 400 INVALID_REQUEST': usual((shop) =>
    deliver(shop, rowEvent().body, { 'content-encoding': 'gzip' }),
  ),
  'receive 413 PAYLOAD_TOO_LARGE': usual((shop) => deliver(shop, 'a'.repeat(513 * 1024))),
  'receive 415 UNSUPPORTED_MEDIA_TYPE': usual((shop) =>
    deliver(shop, rowEvent().body, { 'content-encoding': 'rot13' }),
  ),
  'receive 500 INTERNAL_ERROR': databaseBroken((shop) => deliver(shop, rowEvent().body)),
  'receive 503 SERVICE_UNAVAILABLE': databaseUnavailable((shop) => deliver(shop, rowEvent().body)),
};
