/** The session_id in the address of the confirmation page. */
export type SessionIdParam =
  | { kind: 'given'; sessionId: string }
  /** Empty, or the placeholder that Stripe should have replaced: the shopper may have paid. */
  | { kind: 'missing' }
  | { kind: 'malformed' };

const PLACEHOLDER = '{CHECKOUT_SESSION_ID}';
const SESSION_ID = /^cs_(test|live)_[A-Za-z0-9]+$/;
const MAX_LENGTH = 255;

/** Reads session_id from the query string. An id that the API would refuse is never sent. */
export function readSessionId(search: string): SessionIdParam {
  const values = new URLSearchParams(search).getAll('session_id');
  const [value = ''] = values;
  if (values.length <= 1 && (value === '' || value === PLACEHOLDER)) return { kind: 'missing' };
  const wellFormed = values.length === 1 && value.length <= MAX_LENGTH && SESSION_ID.test(value);
  return wellFormed ? { kind: 'given', sessionId: value } : { kind: 'malformed' };
}
