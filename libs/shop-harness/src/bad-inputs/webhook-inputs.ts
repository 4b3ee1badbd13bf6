import { createHmac } from 'node:crypto';
import { WEBHOOK_SECRET } from '../shop/webhook-secret';
import { newEventId, sign, WEBHOOK_PATH } from '../shop/stripe-event';
import { post } from './bad-input';
import type { BadInput, Scene } from './bad-input';

const TOLERANCE_S = 300;
const JSON_TYPE = 'application/json; charset=utf-8';

const nowS = () => Math.floor(Date.now() / 1000);

const hmac = (body: string, timestamp: number | string, secret: string) =>
  createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');

const signed = (body: string, timestamp: number | string = nowS(), secret = WEBHOOK_SECRET) =>
  `t=${timestamp},v1=${hmac(body, timestamp, secret)}`;

/** Forged Stripe-Signature headers. Undefined sends no header. */
export const forgeries: Record<string, (body: string) => string | undefined> = {
  'no header': () => undefined,
  'an empty header': () => '',
  't alone': () => `t=${nowS()}`,
  'v1 alone': (body) => `v1=${hmac(body, nowS(), WEBHOOK_SECRET)}`,
  'an empty v1': () => `t=${nowS()},v1=`,
  '64 latin-1 characters': () => `t=${nowS()},v1=${'\u00e9'.repeat(64)}`,
  '63 hex digits': (body) => signed(body).slice(0, -1),
  'v0 alone': (body) => signed(body).replace('v1=', 'v0='),
  'the right v1 with another t': (body) =>
    `t=${nowS() - 1},v1=${hmac(body, nowS(), WEBHOOK_SECRET)}`,
  '301 s old': (body) => signed(body, nowS() - TOLERANCE_S - 1),
  // 302 s, because the next second may begin before the API checks it.
  '301 s ahead': (body) => signed(body, nowS() + TOLERANCE_S + 2),
  't=abc': (body) => signed(body, 'abc'),
  'another secret': (body) => signed(body, nowS(), 'whsec_of_somebody_else_0123456789'),
  'an empty secret': (body) => signed(body, nowS(), ''),
  'the secret "undefined"': (body) => signed(body, nowS(), 'undefined'),
  'the signature of another body': () => signed('{}'),
  '500 signatures': () =>
    `t=${nowS()},${Array.from({ length: 100 }, (_, i) => `v1=${hmac(String(i), 1, WEBHOOK_SECRET)}`).join()}`,
};

/** A POST to the webhook endpoint. @param signature undefined sends no Stripe-Signature */
export const webhook = (body: string, signature: string | undefined, contentType = JSON_TYPE) =>
  post(
    WEBHOOK_PATH,
    body,
    contentType,
    signature === undefined ? [] : [['Stripe-Signature', signature]],
  );

/** Bodies with a valid signature that are no event, or an event that must not change an order. */
export function signedBodies({ eventBody }: Scene): [what: string, body: string, status: number][] {
  const event = (changes: object) =>
    JSON.stringify({ ...(JSON.parse(eventBody()) as object), ...changes });
  const object = (changes: object) => {
    const { data } = JSON.parse(eventBody()) as { data: { object: object } };
    return event({ id: newEventId(), data: { object: { ...data.object, ...changes } } });
  };
  const padded = (bytes: number) => event({ id: newEventId(), padding: 'a'.repeat(bytes) });
  return [
    ['empty', '', 400],
    ['null', 'null', 400],
    ['a list', '[]', 400],
    ['a number', '42', 400],
    ['malformed', '{"id":"evt_1"', 400],
    ['no id', event({ id: undefined }), 400],
    ['an id that is no event id', event({ id: 'cs_test_1' }), 400],
    ['an unknown type', event({ id: newEventId(), type: 'drill.unknown' }), 200],
    [
      'an id that a merchant has chosen',
      event({ id: newEventId(), type: 'product.created', data: { object: { id: 'my próduct' } } }),
      200,
    ],
    ['another livemode', event({ id: newEventId(), livemode: true }), 200],
    ['another amount', object({ amount_total: 1 }), 200],
    ['another currency', object({ currency: 'eur' }), 200],
    ['another order', object({ client_reference_id: 'x', metadata: {} }), 200],
    ['completed and unpaid', object({ status: 'complete', payment_status: 'unpaid' }), 200],
    ['no customer_details', object({ customer_details: null }), 200],
    ['unknown enum values', object({ status: 'dreaming', payment_status: 'later' }), 200],
    ['100 kB', padded(100 * 1024), 200],
    ['511 kB', padded(500 * 1024), 200],
    ['513 kB', padded(513 * 1024), 413],
  ];
}

/** Bad headers and bodies of POST /api/webhooks/stripe. */
export function webhookInputs(scene: Scene): BadInput[] {
  const right = scene.eventBody();
  return [
    ...Object.entries(forgeries).map(([what, forge]) => {
      const body = scene.eventBody();
      const request = () => webhook(body, forge(body));
      return { what: `webhook: ${what}`, request, status: 400 };
    }),
    {
      what: 'webhook: a wrong content type, rightly signed',
      request: webhook(right, sign(right, WEBHOOK_SECRET), 'text/plain'),
      status: 200,
    },
    ...signedBodies(scene).map(([what, body, status]) => ({
      what: `webhook, rightly signed: ${what}`,
      request: webhook(body, sign(body, WEBHOOK_SECRET)),
      status,
    })),
  ];
}
