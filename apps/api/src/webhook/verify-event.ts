import Stripe from 'stripe';
import { z } from 'zod';
import { ProblemError } from '../http/problem-error';

/** Stripe's own window, kept on both sides: the SDK lets timestamps from the future pass. */
const TOLERANCE_S = 300;

/** The little of an event that is trusted: which one it is, and what it is about. */
const eventSchema = z.object({
  id: z.string().regex(/^evt_[A-Za-z0-9_]{1,250}$/),
  object: z.literal('event'),
  type: z.string().min(1).max(250),
  api_version: z.string().nullable(),
  livemode: z.boolean(),
  data: z.object({ object: z.looseObject({ id: z.string().max(255).optional() }) }),
});

export type VerifiedEvent = z.infer<typeof eventSchema>;

/**
 * Checks Stripe's signature over the raw bytes, with each secret in turn, then the event's shape.
 * https://docs.stripe.com/webhooks/signature
 *
 * Whatever the SDK throws on a malformed header means: not signed. Its errors carry the payload, so none is kept.
 * @throws ProblemError INVALID_SIGNATURE, INVALID_EVENT
 */
export function verifyEvent(
  body: unknown,
  signature: unknown,
  secrets: readonly string[],
): VerifiedEvent {
  const signed =
    Buffer.isBuffer(body) &&
    typeof signature === 'string' &&
    !isFromTheFuture(signature) &&
    secrets.some((secret) => isSigned(body, signature, secret));
  if (!signed) throw new ProblemError('INVALID_SIGNATURE');
  const event = eventSchema.safeParse(parseJson(body));
  if (!event.success) throw new ProblemError('INVALID_EVENT');
  return event.data;
}

function isSigned(body: Buffer, signature: string, secret: string): boolean {
  try {
    return Stripe.webhooks.signature?.verifyHeader(body, signature, secret, TOLERANCE_S) ?? false;
  } catch {
    return false;
  }
}

function isFromTheFuture(signature: string): boolean {
  const timestamp = Number(/(?:^|,)t=(\d{1,12})(?:,|$)/.exec(signature)?.[1]);
  return !(timestamp <= Date.now() / 1000 + TOLERANCE_S);
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
