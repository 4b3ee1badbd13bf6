import type { Answer } from '../../network/http-client';
import { SECRET } from '../../shop/secret';
import { rowEvent, sign, WEBHOOK_PATH } from '../../shop/stripe-event';
import type { ConformanceShop } from '../conformance-shop';
import { databaseBroken, databaseUnavailable, usual } from './provocation';
import type { Provocations } from './provocation';

/** POST /api/webhooks/stripe, rightly signed. */
const deliver = (
  shop: ConformanceShop,
  body: string,
  headers: Record<string, string> = {},
): Promise<Answer> =>
  shop.ask(WEBHOOK_PATH, {
    method: 'POST',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'stripe-signature': sign(body, SECRET),
      ...headers,
    },
    body,
  });

export const webhookProvocations: Provocations = {
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
