import type Stripe from 'stripe';
import { invalidRequest } from './stripe-error';

const MOST_KEYS = 50;
const LONGEST_KEY = 40;
const LONGEST_VALUE = 500;

type MetadataChange = '' | null | Record<string, string | number | null> | undefined;

/**
 * Metadata after a change as Stripe merges it: '' clears all, a key with '' is removed, other keys stay.
 * Throws above 50 keys, 40 characters per key, 500 per value (https://docs.stripe.com/api/metadata).
 */
export function mergeMetadata(current: Stripe.Metadata, change: MetadataChange): Stripe.Metadata {
  if (change === undefined) return current;
  if (change === '' || change === null) return {};
  // A Map, because a key may be `__proto__`.
  const merged = new Map(Object.entries(current));
  for (const [key, value] of Object.entries(change)) {
    if (key.length > LONGEST_KEY) {
      throw invalidRequest(
        `Metadata keys can have up to ${LONGEST_KEY} characters, but you passed in a key that is ${key.length} characters. Invalid key: ${key.slice(0, 50)}`,
        { param: 'metadata' },
      );
    }
    const text = value === null ? '' : String(value);
    if (text.length > LONGEST_VALUE) {
      throw invalidRequest(
        `Metadata values can have up to ${LONGEST_VALUE} characters, but you passed in a value that is ${text.length} characters. Invalid value: ${text.slice(0, 50)}`,
        { param: `metadata[${key}]` },
      );
    }
    if (text === '') merged.delete(key);
    else merged.set(key, text);
  }
  if (merged.size > MOST_KEYS) {
    throw invalidRequest(`You can only have up to ${MOST_KEYS} metadata keys.`, {
      param: 'metadata',
    });
  }
  return Object.fromEntries(merged);
}
