import { pick } from '@shop/shop-harness/random';

type Random = () => number;

const VALUES: unknown[] = [
  ...[
    null,
    true,
    0,
    -1,
    1.5,
    1e308,
    Number.MAX_SAFE_INTEGER + 2,
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\u202e',
    '1',
  ],
  ...[[], {}, [[]], [null], { length: 1 }, { toString: 1 }, { constructor: { prototype: {} } }],
  ...[
    'a'.repeat(5000),
    'price_',
    'cs_test_',
    'evt_',
    'checkout.session.completed',
    Array(60).fill(1),
  ],
];

const KEYS = [
  '',
  'id',
  'items',
  'constructor',
  'toString',
  'data',
  'object',
  'type',
  '0',
  '\u0000',
  '$ne',
];

/** The JSON with one value replaced, added or removed. A body that is no JSON is left as it is. */
export function mutateJson(body: Buffer, random: Random): Buffer {
  let whole: unknown;
  try {
    whole = JSON.parse(body.toString('utf8'));
  } catch {
    return body;
  }
  const holders = holdersIn(whole);
  if (holders.length === 0) return Buffer.from(JSON.stringify(pick(random, VALUES)));
  const holder = pick(random, holders) as Record<string, unknown>;
  const key = pick(random, [...Object.keys(holder), pick(random, KEYS)]);
  if (random() < 0.2) delete holder[key];
  else holder[key] = pick(random, VALUES);
  return Buffer.from(JSON.stringify(whole));
}

/** All objects and lists in the value. */
function holdersIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(holdersIn)];
}
