import { createHash } from 'node:crypto';

const keyOf = (letter: string) => `shopkey_${letter.repeat(10)}_${letter.repeat(43)}`;

/** API keys that every shop of these specs has, by their role. */
export const staffKeys = { operator: keyOf('a'), viewer: keyOf('b') } as const;

/** Statements that write them, as `npm run staff -- keys create` does. */
export const writeStaffKeys: string[] = Object.entries(staffKeys).map(([role, key], index) => {
  const [, prefix = ''] = key.split('_');
  const hash = createHash('sha256').update(key).digest('hex');
  return `insert into api_keys (id, name, prefix, key_hash, role, created_at)
    values ('00000000-0000-4000-8000-00000000000${index}', '${role}', '${prefix}', '${hash}', '${role}', now())`;
});

/** The header of a call. */
export const withKey = (role: keyof typeof staffKeys = 'operator'): Record<string, string> => ({
  authorization: `Bearer ${staffKeys[role]}`,
});

/** Tokens of links that sign a person in. */
export const signInTokens = Array.from({ length: 40 }, (_, n) => String(n).padStart(43, 'a'));

/** Orders under review: one without a session, one whose session Stripe does not know, and one whose shopper is erased. */
export const reviewedNumbers = {
  withoutSession: 'RVEW-2222',
  withSession: 'RVEW-3333',
  erased: 'RVEW-4444',
} as const;

/** Ids of work that failed for good. */
export const deadLetterIds = Array.from(
  { length: 12 },
  (_, n) => `00000000-0000-4000-8000-0000000001${String(n).padStart(2, '0')}`,
);

/** Paid sessions that have no order, and of which a person was alerted. */
export const foreignIds = Array.from({ length: 12 }, (_, n) => `cs_test_a1foreign${n}`);

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const PERSON = '00000000-0000-4000-8000-000000000020';

/** Statements that write what staff find in every shop of these specs. */
export const writeStaffFinds: string[] = [
  `insert into staff_people (id, name, role, created_at) values ('${PERSON}', 'anna', 'operator', now())`,
  ...signInTokens.map(
    (token) => `insert into staff_sign_ins (token_hash, person_id, expires_at)
      values ('${hashOf(token)}', '${PERSON}', now() + interval '1 hour')`,
  ),
  ...Object.values(reviewedNumbers).map((number, n) => {
    const id = `00000000-0000-4000-8000-00000000003${n}`;
    const session = n === 1 ? `'cs_test_a1reviewed'` : 'null';
    const payment = n === 1 ? `'pi_reviewed'` : 'null';
    const erased = n === 2 ? 'now()' : 'null';
    return `insert into orders (id, number, status, review_reason, idempotency_key, request_hash, browser_hash,
        stripe_idempotency_key, stripe_session_id, stripe_payment_intent_id, livemode, currency, subtotal_minor, total_minor, watched, erased_at)
      values ('${id}', '${number}', 'needs_review', 'another amount', '${id}', 'none', 'none', '${number}', ${session},
        ${payment}, false, 'usd', 2400, 2400, false, ${erased})`;
  }),
  ...foreignIds.map(
    (id) =>
      `insert into foreign_payments (stripe_id, seen_at, alerted_at) values ('${id}', now(), now())`,
  ),
  ...deadLetterIds.map(
    (id) => `insert into pgboss.job (id, name, data, source_name, source_output, policy)
      values ('${id}', 'order.deliver.dead', '{"orderId": "00000000-0000-4000-8000-000000000030", "channel": "mail"}',
        'order.deliver', '{"code": "ECONNREFUSED"}', 'standard')`,
  ),
];
