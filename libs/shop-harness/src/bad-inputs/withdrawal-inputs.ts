import { post } from './bad-input';
import type { BadInput } from './bad-input';

const PATH = '/api/orders/withdrawals';
const GOOD = { name: 'Jenny', orderNumber: 'R7K3-M9QX', email: 'a@b.example' };

/** Bad bodies and headers of POST /api/orders/withdrawals. */
export function withdrawalInputs(): BadInput[] {
  const body = (change: object) => JSON.stringify({ ...GOOD, ...change });
  const good = body({});
  const bodies: [what: string, body: string, status: number][] = [
    ['nothing', '', 400],
    ['null', 'null', 400],
    ['a list', '[]', 400],
    ['half of it', good.slice(0, 20), 400],
    ['nothing in it', '{}', 400],
    ['no name', body({ name: undefined }), 400],
    ['an empty name', body({ name: '' }), 400],
    ['a name of spaces', body({ name: ' \t\u00a0\u2028' }), 400],
    ['a name that nobody sees', body({ name: '\u200b\u202e\u2066' }), 400],
    ['a number as name', body({ name: 1 }), 400],
    ['a long name', body({ name: 'J'.repeat(101) }), 400],
    ['no number', body({ orderNumber: undefined }), 400],
    ['NULs as number', body({ orderNumber: '\u0000\u0000' }), 400],
    ['a list as number', body({ orderNumber: ['R7K3-M9QX'] }), 400],
    ['a long number', body({ orderNumber: 'R'.repeat(41) }), 400],
    ['no address', body({ email: undefined }), 400],
    ['two addresses', body({ email: 'a@b.example, c@d.example' }), 400],
    ['an address with a header', body({ email: 'a@b.example\r\nBcc: c@d.example' }), 400],
    ['a list as items', body({ items: ['mug'] }), 400],
    ['long items', body({ items: 'x'.repeat(501) }), 400],
    ['null as reason', body({ reason: null }), 400],
    ['a long reason', body({ reason: 'x'.repeat(1001) }), 400],
    ['a long language', body({ locale: 'x'.repeat(36) }), 400],
    ['a refund', body({ amountMinor: 100 }), 400],
    ['an own key __proto__', `${good.slice(0, -1)},"__proto__":{"admin":true}}`, 400],
    ['33 kB', body({ a: 'a'.repeat(33 * 1024) }), 413],
  ];
  const send = (what: string, request: BadInput['request'], status: number): BadInput => ({
    what: `withdrawal: ${what}`,
    request,
    status,
  });
  return [
    ...bodies.map(([what, body, status]) => send(what, post(PATH, body), status)),
    send('as a form', post(PATH, 'name=a', 'application/x-www-form-urlencoded'), 415),
    send('as nothing', post(PATH, good, ''), 415),
    send(
      'another origin',
      post(PATH, good, 'application/json', [['Origin', 'https://elsewhere.example']]),
      403,
    ),
  ];
}
