import { post } from './bad-input';
import type { BadInput, Scene } from './bad-input';

const PATH = '/api/orders/confirmation/resend';

/** Bad bodies and headers of POST /api/orders/confirmation/resend. No sender has the cookie of the order's browser. */
export function resendInputs({ stripeSessionId }: Scene): BadInput[] {
  const to = (email: unknown) => JSON.stringify({ sessionId: stripeSessionId, email });
  const good = JSON.stringify({ sessionId: stripeSessionId });
  const bodies: [what: string, body: string, status: number][] = [
    ['nothing', '', 400],
    ['null', 'null', 400],
    ['a list', '[]', 400],
    ['half of it', '{"sessionId":', 400],
    ['no session', '{}', 400],
    ['a list as session', JSON.stringify({ sessionId: [stripeSessionId] }), 400],
    ['the literal', JSON.stringify({ sessionId: '{CHECKOUT_SESSION_ID}' }), 400],
    ['a NUL in the session', JSON.stringify({ sessionId: `${stripeSessionId}\u0000` }), 400],
    ['an empty address', to(''), 400],
    ['null as address', to(null), 400],
    ['a number as address', to(1), 400],
    ['a list as address', to(['a@b.example']), 400],
    ['two addresses', to('a@b.example, c@d.example'), 400],
    ['an address with a name', to('Jenny <a@b.example>'), 400],
    ['an address with a header', to('a@b.example\r\nBcc: c@d.example'), 400],
    ['a NUL in the address', to('a\u0000@b.example'), 400],
    ['a bidi override in the address', to('a\u202e@b.example'), 400],
    ['a long address', to(`${'a'.repeat(3000)}@b.example`), 400],
    ['one field more', JSON.stringify({ sessionId: stripeSessionId, name: 'x' }), 400],
    ['an own key __proto__', `${good.slice(0, -1)},"__proto__":{"admin":true}}`, 400],
    ['another browser', good, 403],
    ['another browser and address', to('a@b.example'), 403],
    ['an unknown session', JSON.stringify({ sessionId: 'cs_test_a1unknown' }), 403],
    ['33 kB', JSON.stringify({ sessionId: stripeSessionId, a: 'a'.repeat(33 * 1024) }), 413],
  ];
  const send = (what: string, request: BadInput['request'], status: number): BadInput => ({
    what: `resend: ${what}`,
    request,
    status,
  });
  return [
    ...bodies.map(([what, body, status]) => send(what, post(PATH, body), status)),
    send('as a form', post(PATH, 'sessionId=a', 'application/x-www-form-urlencoded'), 415),
    send('as nothing', post(PATH, good, ''), 415),
    send(
      'another origin',
      post(PATH, good, 'application/json', [['Origin', 'https://elsewhere.example']]),
      403,
    ),
  ];
}
