import { randomUUID } from 'node:crypto';
import { get, post } from '@shop/shop-harness/bad-inputs/bad-input';
import type { Scene } from '@shop/shop-harness/bad-inputs/bad-input';
import type { RawRequest } from '@shop/shop-harness/network/raw-request';
import { pick } from '@shop/shop-harness/random';
import { sign, WEBHOOK_PATH } from '@shop/shop-harness/shop/stripe-event';
import { WEBHOOK_SECRET } from '@shop/shop-harness/shop/webhook-secret';
import { mutateJson } from './mutate-json';

type Random = () => number;

/** A valid request to every endpoint. */
const goodRequests = (scene: Scene): RawRequest[] => [
  get('/api/products'),
  get(`/api/orders/confirmation?session_id=${scene.stripeSessionId}`),
  get('/api/health/live'),
  get('/api/health/ready'),
  get('/api/metrics'),
  get('/api/openapi.json'),
  post(
    '/api/checkout',
    JSON.stringify({ items: [{ priceId: scene.priceId, quantity: 1 }] }),
    'application/json',
    [
      ['Idempotency-Key', randomUUID()],
      ['Accept-Language', 'de-AT, de;q=0.9, en;q=0.8'],
    ],
  ),
  post(
    '/api/orders/confirmation/verification',
    JSON.stringify({ sessionId: scene.stripeSessionId, email: 'a@b.example' }),
  ),
  post(WEBHOOK_PATH, scene.eventBody()),
];

const METHODS = [
  'GET',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'HEAD',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'get',
  '',
];

const HEADERS = [
  ...[
    'Content-Type',
    'Content-Encoding',
    'Accept',
    'Accept-Encoding',
    'Accept-Language',
    'Cookie',
    'Origin',
  ],
  ...[
    'Host',
    'Idempotency-Key',
    'Stripe-Signature',
    'X-Forwarded-For',
    'X-Forwarded-Proto',
    'Sec-Fetch-Site',
  ],
  ...['Range', 'If-None-Match', 'Authorization', 'traceparent', 'Expect', 'Via', '__proto__'],
];

const TEXTS = [
  ...[
    '',
    ' ',
    '0',
    '-1',
    'null',
    'undefined',
    '[object Object]',
    'true',
    '1e400',
    '*',
    '../..',
    '%',
    '%00',
    '%zz',
  ],
  ...[
    '\0',
    '\t',
    '\x7f',
    '\x80\xff',
    '\xc0\xaf',
    '\xed\xa0\x80',
    "'; drop table orders; --",
    '<script>',
    '{{7*7}}',
  ],
  ...[
    'gzip',
    'br',
    'utf-16',
    'application/json; charset=klingon',
    'application/json;charset=utf-7',
    'a=b; a=c; =; ;',
  ],
  ...[
    '"',
    '\\',
    'a'.repeat(5000),
    ','.repeat(500),
    'cs_test_',
    'https://elsewhere.example',
    'null, null',
    '::1, 1.2.3.4.5',
  ],
];

/**
 * Valid requests in which one to three things are changed. The same seed makes the same changes. Half of the webhooks
 * are signed after the change, so that they pass the check of the signature.
 */
export function* mutatedRequests(
  scene: Scene,
  random: Random,
  count: number,
): Generator<RawRequest> {
  for (let made = 0; made < count; made += 1) {
    let request = pick(random, goodRequests(scene));
    const changes = 1 + Math.floor(random() * 3);
    for (let change = 0; change < changes; change += 1)
      request = pick(random, MUTATIONS)(request, random);
    if (request.target === WEBHOOK_PATH && random() < 0.5) {
      request = withHeader(
        request,
        'Stripe-Signature',
        sign(request.body.toString('utf8'), WEBHOOK_SECRET),
      );
    }
    yield withHeader(request, 'X-Drill', String(made));
  }
}

type Mutation = (request: RawRequest, random: Random) => RawRequest;

const anywhere = (random: Random, length: number) => Math.floor(random() * (length + 1));

const MUTATIONS: Mutation[] = [
  (request, random) => ({ ...request, method: pick(random, METHODS) }),
  (request, random) => withHeader(request, pick(random, HEADERS), pick(random, TEXTS)),
  (request, random) => withHeader(request, pick(random, HEADERS), pick(random, TEXTS)),
  ({ headers, ...request }, random) => ({
    ...request,
    headers: headers.toSpliced(anywhere(random, headers.length - 1), 1),
  }),
  (request, random) => ({ ...request, target: mutateText(request.target, random) }),
  (request, random) => ({
    ...request,
    target: `${request.target}${request.target.includes('?') ? '&' : '?'}${pick(random, TEXTS)}=${pick(random, TEXTS)}`,
  }),
  (request, random) => ({
    ...request,
    body: Buffer.from(mutateText(request.body.toString('latin1'), random), 'latin1'),
  }),
  (request, random) => ({ ...request, body: mutateJson(request.body, random) }),
  (request, random) => ({ ...request, body: mutateJson(request.body, random) }),
  ({ body, ...request }, random) => ({
    ...request,
    body: body.subarray(0, anywhere(random, body.length)),
  }),
];

/** Replaces up to eight characters, or inserts a text. */
function mutateText(text: string, random: Random): string {
  const at = anywhere(random, text.length);
  const length = random() < 0.5 ? 0 : Math.ceil(random() * 8);
  return text.slice(0, at) + pick(random, TEXTS) + text.slice(at + length);
}

const withHeader = (request: RawRequest, name: string, value: string): RawRequest => ({
  ...request,
  headers: [...request.headers.filter(([own]) => own !== name), [name, value]],
});
