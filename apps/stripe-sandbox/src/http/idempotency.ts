import type { Clock } from '../engine/clock';
import { StripeError } from '../engine/stripe-error';
import type { Answer } from './answer';

const A_DAY_MS = 24 * 3600 * 1000;
const LONGEST_KEY = 255;

interface Entry {
  fingerprint: string;
  path: string;
  atMs: number;
  /** Undefined while the first request is still running. */
  answer?: Answer;
}

/**
 * Answers by idempotency key (https://docs.stripe.com/api/idempotent_requests). v1 keeps a POST's answer for a day,
 * failures included; v2 keeps successes for thirty days and executes failed requests again.
 * Requests that were refused before execution (invalid parameters) are not kept.
 */
export class IdempotencyKeys {
  readonly #entries = new Map<string, Entry>();

  constructor(
    private readonly clock: Clock,
    private readonly limit: number,
  ) {}

  /** The stored answer, or undefined; then the key is in use until `keep` or `release`. Throws for a misused key. */
  begin(key: string, mode: 'v1' | 'v2', path: string, fingerprint: string): Answer | undefined {
    if (key.length > LONGEST_KEY) {
      throw new StripeError(400, {
        type: 'invalid_request_error',
        message: `Idempotency keys must be at most ${LONGEST_KEY} characters long.`,
      });
    }
    const entry = this.#entries.get(key);
    const keptMs = mode === 'v1' ? A_DAY_MS : 30 * A_DAY_MS;
    if (!entry || this.clock.nowMs() - entry.atMs > keptMs) {
      this.#entries.delete(key);
      this.#entries.set(key, { fingerprint, path, atMs: this.clock.nowMs() });
      this.#evict();
      return undefined;
    }
    if (entry.path !== path)
      throw misused(
        key,
        `for the same endpoint they were first used for ('${path}' vs '${entry.path}')`,
      );
    if (entry.fingerprint !== fingerprint) {
      throw misused(key, 'with the same parameters they were first used with');
    }
    if (!entry.answer) {
      throw new StripeError(409, {
        type: 'idempotency_error',
        code: 'idempotency_key_in_use',
        message: `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
      });
    }
    return entry.answer;
  }

  keep(key: string, answer: Answer): void {
    const entry = this.#entries.get(key);
    if (entry) entry.answer = answer;
  }

  release(key: string): void {
    this.#entries.delete(key);
  }

  clear(): void {
    this.#entries.clear();
  }

  entries(): [string, Entry][] {
    return [...this.#entries].filter(([, entry]) => entry.answer !== undefined);
  }

  load(entries: [string, Entry][]): void {
    for (const [key, entry] of entries) this.#entries.set(key, entry);
  }

  #evict(): void {
    if (this.#entries.size <= this.limit) return;
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined) this.#entries.delete(oldest);
  }
}

function misused(key: string, how: string): StripeError {
  return new StripeError(400, {
    type: 'idempotency_error',
    message: `Keys for idempotent requests can only be used ${how}. Try using a key other than '${key}' if you meant to execute a different request.`,
  });
}
