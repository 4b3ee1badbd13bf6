import { post } from './bad-input';
import type { BadInput, Scene } from './bad-input';

const PATH = '/api/orders/access';

/** Bad bodies of POST /api/orders/access. */
export function accessInputs({ stripeSessionId }: Scene): BadInput[] {
  const of = (sessionId: unknown, token: unknown) => JSON.stringify({ sessionId, token });
  const forged = `zzzzzz.${'A'.repeat(43)}`;
  const bodies: [what: string, body: string, status: number][] = [
    ['nothing', '', 400],
    ['null', 'null', 400],
    ['a list', '[]', 400],
    ['half of it', '{"sessionId":', 400],
    ['a list as session', of([stripeSessionId], forged), 400],
    ['the literal', of('{CHECKOUT_SESSION_ID}', forged), 400],
    ['no session', JSON.stringify({ token: forged }), 400],
    ['null as token', of(stripeSessionId, null), 400],
    ['a script as token', of(stripeSessionId, '<script>alert(1)</script>'), 400],
    ['a token that was cut', of(stripeSessionId, forged.slice(0, -1)), 400],
    ['an own key __proto__', `${of(stripeSessionId, forged).slice(0, -1)},"__proto__":{}}`, 400],
    ['no token', of(stripeSessionId, undefined), 400],
    ['a number as token', of(stripeSessionId, 1), 400],
    ['a NUL in the token', of(stripeSessionId, `1\u0000.${'A'.repeat(43)}`), 400],
    ['a long token', of(stripeSessionId, `1.${'A'.repeat(3000)}`), 400],
    ['one field more', JSON.stringify({ sessionId: stripeSessionId, token: forged, all: 1 }), 400],
    ['a forged token', of(stripeSessionId, forged), 403],
    ['an unknown session', of('cs_test_a1unknown', forged), 403],
  ];
  const elsewhere: [string, string][] = [['Origin', 'https://elsewhere.example']];
  return [
    ...bodies.map(([what, body, status]) => ({ what, request: post(PATH, body), status })),
    {
      what: 'as a form',
      request: post(PATH, 'token=a', 'application/x-www-form-urlencoded'),
      status: 415,
    },
    {
      what: 'another origin',
      request: post(PATH, of(stripeSessionId, forged), 'application/json', elsewhere),
      status: 403,
    },
  ].map((input) => ({ ...input, what: `access: ${input.what}` }));
}
