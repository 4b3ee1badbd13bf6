import { post } from './bad-input';
import type { BadInput, Scene } from './bad-input';

const PATH = '/api/orders/confirmation/verification';

/** Bad bodies of POST /api/orders/confirmation/verification. */
export function verificationInputs({ stripeSessionId }: Scene): BadInput[] {
  const of = (sessionId: unknown, email: unknown) => JSON.stringify({ sessionId, email });
  const bodies: [what: string, body: string, status: number][] = [
    ['null', 'null', 400],
    ['a list', '[]', 400],
    ['half of it', '{"sessionId":', 400],
    ['no address', of(stripeSessionId, undefined), 400],
    ['a number as address', of(stripeSessionId, 1), 400],
    ['a list as session', of([stripeSessionId], 'a@b.example'), 400],
    ['a NUL in the address', of(stripeSessionId, 'a\u0000@b.example'), 403],
    ['a long address', of(stripeSessionId, `${'a'.repeat(3000)}@b.example`), 400],
    ['the literal', of('{CHECKOUT_SESSION_ID}', 'a@b.example'), 400],
    ['a wrong address', of(stripeSessionId, 'not-the@shopper.example'), 403],
    ['an unknown session', of('cs_test_a1unknown', 'not-the@shopper.example'), 403],
  ];
  return [
    ...bodies.map(([what, body, status]) => ({
      what: `verification: ${what}`,
      request: post(PATH, body),
      status,
    })),
    {
      what: 'verification: as a form',
      request: post(PATH, 'email=a', 'application/x-www-form-urlencoded'),
      status: 415,
    },
  ];
}
