import { post } from './bad-input';
import type { BadInput, Scene } from './bad-input';

const PATH = '/api/orders/portal';

/** Bad bodies and headers of POST /api/orders/portal. No sender has the cookie of the order's browser. */
export function portalInputs({ stripeSessionId }: Scene): BadInput[] {
  const good = JSON.stringify({ sessionId: stripeSessionId });
  const bodies: [what: string, body: string, status: number][] = [
    ['nothing', '', 400],
    ['null', 'null', 400],
    ['a list', '[]', 400],
    ['half of it', '{"sessionId":', 400],
    ['no session', '{}', 400],
    ['an empty session', JSON.stringify({ sessionId: '' }), 400],
    ['null as session', JSON.stringify({ sessionId: null }), 400],
    ['a list as session', JSON.stringify({ sessionId: [stripeSessionId] }), 400],
    ['an object as session', JSON.stringify({ sessionId: { $ne: '' } }), 400],
    ['the literal', JSON.stringify({ sessionId: '{CHECKOUT_SESSION_ID}' }), 400],
    ['a portal session', JSON.stringify({ sessionId: 'bps_1unknown' }), 400],
    ['a subscription', JSON.stringify({ sessionId: 'sub_1unknown' }), 400],
    ['a NUL in the session', JSON.stringify({ sessionId: `${stripeSessionId}\u0000` }), 400],
    ['a long session', JSON.stringify({ sessionId: `cs_test_${'a'.repeat(3000)}` }), 400],
    ['SQL in the session', JSON.stringify({ sessionId: "cs_test_a' or 1=1 --" }), 400],
    [
      'an address to return to',
      JSON.stringify({ sessionId: stripeSessionId, returnUrl: 'https://elsewhere.example' }),
      400,
    ],
    ['a customer', JSON.stringify({ sessionId: stripeSessionId, customer: 'cus_other' }), 400],
    ['an own key __proto__', `${good.slice(0, -1)},"__proto__":{"admin":true}}`, 400],
    ['another browser', good, 403],
    ['an unknown session', JSON.stringify({ sessionId: 'cs_test_a1unknown' }), 403],
    ['33 kB', JSON.stringify({ sessionId: stripeSessionId, a: 'a'.repeat(33 * 1024) }), 413],
  ];
  const send = (what: string, request: BadInput['request'], status: number): BadInput => ({
    what: `portal: ${what}`,
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
