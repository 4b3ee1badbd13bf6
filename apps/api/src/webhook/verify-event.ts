import Stripe from 'stripe';
import { z } from 'zod';
import { ProblemError } from '../http/errors/problem-error';

/** Stripe's tolerance, here for both directions: the SDK accepts timestamps from the future. */
const TOLERANCE_S = 300;

const eventId = z.string().regex(/^evt_[A-Za-z0-9_]{1,250}$/);
const eventType = z.string().regex(/^[A-Za-z0-9_.[\]]{1,250}$/);

/**
 * Only checked, not parsed: a schema would copy hundreds of fields that are not used. Its id may be anything, because
 * merchants choose the ids of products, coupons and plans; it is held to a pattern where it is used.
 */
const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Used for a metric only, so an invalid value does not make the event invalid. */
const unixSeconds = z.int().min(0).max(1e11).optional().catch(undefined);
const isoTime = z.iso.datetime({ offset: true }).optional().catch(undefined);

/** The parts of an event that are trusted: which event it is, and what it is about. */
export interface VerifiedEvent {
  /** Of a thin event that has a snapshot twin, the id of the twin: whichever comes second is known already. */
  id: string;
  type: string;
  apiVersion: string | null;
  livemode: boolean;
  /** When Stripe created it, in Unix seconds; undefined if it has no valid time. */
  createdAtS: number | undefined;
  /** The event's object as it was then; a thin event has only its id. Never used as the truth about an order. */
  object: { id?: unknown; [key: string]: unknown };
}

/** https://docs.stripe.com/api/events/object */
const snapshotEventSchema = z
  .object({
    id: eventId,
    object: z.literal('event'),
    type: eventType,
    api_version: z
      .string()
      .regex(/^[\w.-]{1,50}$/)
      .nullable(),
    livemode: z.boolean(),
    created: unixSeconds,
    data: z.object({ object: z.custom<VerifiedEvent['object']>(isObject) }),
  })
  .transform(({ id, type, api_version: apiVersion, livemode, created, data }): VerifiedEvent => {
    return { id, type, apiVersion, livemode, createdAtS: created, object: data.object };
  });

/** https://docs.stripe.com/api/v2/core/events/object */
const thinEventSchema = z
  .object({
    id: eventId,
    object: z.literal('v2.core.event'),
    type: eventType,
    livemode: z.boolean(),
    created: isoTime,
    related_object: z.object({ id: z.unknown() }).nullish(),
    snapshot_event: eventId.optional().catch(undefined),
  })
  .transform(({ type, livemode, created, related_object: related, ...ids }): VerifiedEvent => {
    return {
      id: ids.snapshot_event ?? ids.id,
      type,
      apiVersion: null,
      livemode,
      createdAtS: created === undefined ? undefined : Math.floor(Date.parse(created) / 1000),
      object: { id: related?.id },
    };
  });

const eventSchema = z.union([snapshotEventSchema, thinEventSchema]);

/**
 * Checks Stripe's signature over the raw bytes, with each secret in turn, then the event's shape.
 * https://docs.stripe.com/webhooks/signature
 *
 * Any error that the SDK throws for a malformed header means: not signed. Its errors contain the payload, so they are
 * dropped.
 * @throws ProblemError INVALID_SIGNATURE, INVALID_EVENT
 */
export function verifyEvent(
  body: unknown,
  signature: unknown,
  secrets: readonly string[],
  now: Date,
): VerifiedEvent {
  const signed =
    Buffer.isBuffer(body) &&
    typeof signature === 'string' &&
    !isFromTheFuture(signature, now) &&
    secrets.some((secret) => isSigned(body, signature, secret, now));
  if (!signed) throw new ProblemError('INVALID_SIGNATURE');
  return readEvent(parseJson(body));
}

/** @throws ProblemError INVALID_EVENT */
export function readEvent(value: unknown): VerifiedEvent {
  const event = eventSchema.safeParse(value);
  if (!event.success) throw new ProblemError('INVALID_EVENT');
  return event.data;
}

function isSigned(body: Buffer, signature: string, secret: string, now: Date): boolean {
  try {
    return (
      Stripe.webhooks.signature?.verifyHeader(
        body,
        signature,
        secret,
        TOLERANCE_S,
        undefined,
        now.getTime(),
      ) ?? false
    );
  } catch {
    return false;
  }
}

function isFromTheFuture(signature: string, now: Date): boolean {
  const timestamp = Number(/(?:^|,)t=(\d{1,12})(?:,|$)/.exec(signature)?.[1]);
  return !(timestamp <= now.getTime() / 1000 + TOLERANCE_S);
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
