/** What the address of the confirmation page says about the session. */
export type SessionIdParam =
  | { kind: 'given'; sessionId: string }
  /** Nothing, or the text Stripe should have replaced: the shopper may well have paid. */
  | { kind: 'missing' }
  | { kind: 'malformed' };

const PLACEHOLDER = '{CHECKOUT_SESSION_ID}';
const SESSION_ID = /^cs_(test|live)_[A-Za-z0-9]+$/;
const MAX_LENGTH = 255;

/** Reads session_id out of the query string; only what the API would take is asked for. */
export function readSessionId(search: string): SessionIdParam {
  const values = new URLSearchParams(search).getAll('session_id');
  const [value = ''] = values;
  if (values.length <= 1 && (value === '' || value === PLACEHOLDER)) return { kind: 'missing' };
  const wellFormed = values.length === 1 && value.length <= MAX_LENGTH && SESSION_ID.test(value);
  return wellFormed ? { kind: 'given', sessionId: value } : { kind: 'malformed' };
}
