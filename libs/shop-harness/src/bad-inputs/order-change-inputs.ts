import { post } from './bad-input';
import type { BadInput } from './bad-input';

const SESSION = { sessionId: 'cs_test_a1unknown' };
const ADDRESS = {
  name: 'Jenny',
  line1: '1 Street',
  line2: null,
  postalCode: '94107',
  city: 'San Francisco',
  state: 'CA',
  country: 'US',
};

/** Bad bodies of POST /api/orders/cancellation and of POST /api/orders/delivery-address. */
export function orderChangeInputs(): BadInput[] {
  const to = (path: string, what: string, body: string, status: number): BadInput => ({
    what: `${path}: ${what}`,
    request: post(`/api/orders/${path}`, body),
    status,
  });
  const both = ['cancellation', 'delivery-address'].flatMap((path) => [
    to(path, 'nothing', '', 400),
    to(path, 'null', 'null', 400),
    to(path, 'nothing in it', '{}', 400),
    to(path, 'a payment', '{"sessionId":"pi_123"}', 400),
    to(path, 'an amount', JSON.stringify({ ...SESSION, address: ADDRESS, amountMinor: 1 }), 400),
    to(path, '33 kB', JSON.stringify({ a: 'a'.repeat(33 * 1024) }), 413),
  ]);
  const address = (what: string, change: object) =>
    to(
      'delivery-address',
      what,
      JSON.stringify({ ...SESSION, address: { ...ADDRESS, ...change } }),
      400,
    );
  return [
    ...both,
    to('cancellation', 'another browser', JSON.stringify(SESSION), 403),
    address('no name', { name: undefined }),
    address('a name of spaces', { name: ' \t ' }),
    address('a street that nobody sees', { line1: '\u200b\u202e' }),
    address('a long street', { line1: 'x'.repeat(201) }),
    address('a list as city', { city: ['x'] }),
    address('a country in words', { country: 'Germany' }),
    address('a country in small letters', { country: 'de' }),
    address('a number as postal code', { postalCode: 94107 }),
    address('a company', { company: 'x' }),
  ];
}
