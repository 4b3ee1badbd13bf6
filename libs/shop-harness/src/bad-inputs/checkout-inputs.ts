import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { post } from './bad-input';
import type { BadInput, Scene } from './bad-input';

const PATH = '/api/checkout';

/** Quantities, as JSON text. */
const QUANTITIES = ['0', '-1', '1.5', '1e400', '"1"', 'null', 'true', '100', '9007199254740993'];

const EXTRAS = ['"unit_amount":1', '"currency":"eur"', '"discounts":[]', '"mode":"setup"'];

/** Bad bodies and headers of POST /api/checkout. */
export function checkoutInputs({ priceId }: Scene): BadInput[] {
  const item = (quantity = '1', extra = '') =>
    `{"priceId":"${priceId}","quantity":${quantity}${extra && `,${extra}`}}`;
  const cart = (items: string, extra = '') => `{"items":${items}${extra && `,${extra}`}}`;
  const good = cart(`[${item()}]`);
  const bodies: [what: string, body: string | Buffer, status: number][] = [
    ...['null', '[]', '42', '"x"', '{}', '{"items":', good.slice(0, -1), `${good}}`, '\u0000'].map(
      (body) => [body, body, 400] as [string, string, number],
    ),
    ...['[]', '[null]', '["x"]', '[[]]', '{"length":1}', 'null', '1'].map(
      (items) => [`items ${items}`, cart(items), 400] as [string, string, number],
    ),
    ...QUANTITIES.map(
      (quantity) =>
        [`quantity ${quantity}`, cart(`[${item(quantity)}]`), 400] as [string, string, number],
    ),
    ...EXTRAS.flatMap((extra): [string, string, number][] => [
      [`extra ${extra}`, cart(`[${item()}]`, extra), 400],
      [`extra ${extra} in an item`, cart(`[${item('1', extra)}]`), 400],
    ]),
    ...['1', 'null', '"de_DE"', '""', '"d\\u0000"', `"${'a-'.repeat(40)}"`].map(
      (locale) =>
        [`locale ${locale}`, cart(`[${item()}]`, `"locale":${locale}`), 400] as [
          string,
          string,
          number,
        ],
    ),
    ['an own key __proto__', cart(`[${item()}]`, '"__proto__":{"admin":true}'), 400],
    [
      '51 items',
      cart(
        `[${Array.from({ length: 51 }, (_, i) => `{"priceId":"price_${i}","quantity":1}`).join()}]`,
      ),
      400,
    ],
    ['the same price twice', cart(`[${item()},${item()}]`), 400],
    ['an unknown price', cart('[{"priceId":"price_unknown","quantity":1}]'), 400],
    ['a price that is no price', cart('[{"priceId":"../prices","quantity":1}]'), 400],
    ['5,000 nested lists', '['.repeat(5000), 400],
    ['33 kB', cart(`[${item()}]`, `"a":"${'a'.repeat(33 * 1024)}"`), 413],
    ['nothing', '', 400],
  ];
  const key = (): [string, string] => ['Idempotency-Key', randomUUID()];
  const json = 'application/json';
  const send = (
    what: string,
    body: string | Buffer,
    type: string,
    headers: [string, string][],
    status: number,
  ) => ({
    what: `checkout: ${what}`,
    request: post(PATH, body, type, headers),
    status,
  });
  return [
    ...bodies.map(([what, body, status]) => send(what, body, json, [key()], status)),
    ...[
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=a',
      'application/xml',
      '',
    ].map((type) => send(`as ${type || 'nothing'}`, good, type, [key()], 415)),
    send('plain bytes that say gzip', good, json, [key(), ['Content-Encoding', 'gzip']], 400),
    send(
      'a gzip bomb',
      gzipSync(cart(`[${item()}]`, `"a":"${'a'.repeat(10_000_000)}"`)),
      json,
      [key(), ['Content-Encoding', 'gzip']],
      413,
    ),
    send('no key', good, json, [], 400),
    send('a key that is no UUID', good, json, [['Idempotency-Key', 'again']], 400),
    send('another origin', good, json, [key(), ['Origin', 'https://elsewhere.example']], 403),
    send('a cart', good, json, [key()], 201),
  ];
}
