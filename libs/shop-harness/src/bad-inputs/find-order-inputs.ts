import { post } from './bad-input';
import type { BadInput } from './bad-input';

const PATH = '/api/orders/find';

/** Bad bodies and headers of POST /api/orders/find. */
export function findOrderInputs(): BadInput[] {
  const of = (email: unknown, more: object = {}) => JSON.stringify({ email, ...more });
  const good = of('a@b.example');
  const bodies: [what: string, body: string, status: number][] = [
    ['nothing', '', 400],
    ['null', 'null', 400],
    ['a list', '[]', 400],
    ['half of it', '{"email":', 400],
    ['no address', '{}', 400],
    ['an empty address', of(''), 400],
    ['null as address', of(null), 400],
    ['a list as address', of(['a@b.example']), 400],
    ['two addresses', of('a@b.example, c@d.example'), 400],
    ['an address with a header', of('a@b.example\r\nBcc: c@d.example'), 400],
    ['a NUL in the address', of('a\u0000@b.example'), 400],
    ['a wildcard as address', of('%@%'), 400],
    ['a long address', of(`${'a'.repeat(3000)}@b.example`), 400],
    ['null as number', of('a@b.example', { orderNumber: null }), 400],
    ['an object as number', of('a@b.example', { orderNumber: { like: '%' } }), 400],
    ['a long number', of('a@b.example', { orderNumber: 'R'.repeat(41) }), 400],
    ['one field more', of('a@b.example', { all: true }), 400],
    ['an own key __proto__', `${good.slice(0, -1)},"__proto__":{"admin":true}}`, 400],
    ['33 kB', of('a@b.example', { a: 'a'.repeat(33 * 1024) }), 413],
  ];
  const send = (what: string, request: BadInput['request'], status: number): BadInput => ({
    what: `find: ${what}`,
    request,
    status,
  });
  return [
    ...bodies.map(([what, body, status]) => send(what, post(PATH, body), status)),
    send('as a form', post(PATH, 'email=a', 'application/x-www-form-urlencoded'), 415),
    send('as nothing', post(PATH, good, ''), 415),
    send(
      'another origin',
      post(PATH, good, 'application/json', [['Origin', 'https://elsewhere.example']]),
      403,
    ),
  ];
}
