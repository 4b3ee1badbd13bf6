import { ReviewError, statusAfter } from '../../../api/src/order/review/review-rules';
import type { Decision } from '../../../api/src/order/review/review-rules';
import { sessionsInReason } from '../../../api/src/order/review-reason';
import { follow } from '../../../api/src/order/sync/decide';
import { findMismatch } from '../../../api/src/order/sync/find-mismatch';
import { describeSession } from '../../../api/src/order/sync/session-state';
import { triggersOf } from '../../../api/src/order/sync/triggers';
import { takeReading } from './apply-reading';
import type { Event } from './event';
import { leftOf } from './fake-session';
import type { FakeSession } from './fake-session';
import { nowOf, ownSession } from './world';
import type { World } from './world';
import { writeDecision } from './write-decision';

/** What a person decides, carried out as ReviewService does. */
function decides(as: Decision): Event {
  return {
    name: `decides ${as}`,
    who: 'staff',
    may: ({ order }) => order.reviewReason !== null || order.sessionState === 'checking',
    run: (world) => {
      const [own, others] = [ownSession(world), otherSessions(world)];
      try {
        judge(world, as, own, others);
      } catch (error) {
        if (error instanceof ReviewError) return;
        throw error;
      }
      if (as === 'refused') expire(own);
      if (as !== 'reopened') others.forEach(expire);
      carryOut(world, as, own, others);
    },
  };
}

const otherSessions = ({ order, sessions }: World) => {
  const ids = sessionsInReason(order.reviewReason);
  return sessions.filter(({ id }) => ids.includes(id));
};

function expire(one: FakeSession): void {
  if (one.status === 'open') one.status = 'expired';
}

/** @throws ReviewError when the decision is not possible */
function judge(world: World, as: Decision, own: FakeSession, others: FakeSession[]) {
  const { order, statusBeforeReview } = world;
  const { session } = takeReading(world, own).snapshot;
  return statusAfter(as, order, {
    state: describeSession(session),
    otherStates: others.map((one) => describeSession(takeReading(world, one).snapshot.session)),
    mismatch: findMismatch(order, session),
    held: heldIn(own, ...others),
    statusBefore: statusBeforeReview,
  });
}

const heldIn = (...sessions: FakeSession[]) =>
  sessions.flatMap((one) => {
    const amountMinor = leftOf(one);
    return amountMinor > 0 ? [{ stripeSessionId: one.id, amountMinor }] : [];
  });

function carryOut(world: World, as: Decision, own: FakeSession, others: FakeSession[]) {
  const before = world.order;
  const now = nowOf(world);
  const { facts, snapshot } = takeReading(world, own);
  const status = judge(world, as, own, others);
  const decided = {
    reviewReason: before.reviewReason ?? 'its session was in no documented state',
    reviewResolvedAt: as === 'reopened' ? null : now,
    ...(as === 'paid' && {
      subtotalMinor: snapshot.session.amount_subtotal ?? before.subtotalMinor,
    }),
  };
  const decision =
    as === 'reopened'
      ? {
          status,
          changes: decided,
          triggers: triggersOf(before, { ...before, ...decided, status }),
          alerts: [],
        }
      : follow(before, snapshot, status, now, decided);
  const wrote = writeDecision(world, decision);
  const heldMinor = heldIn(own, ...others).reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const step = { before, after: world.order, triggers: decision.triggers, wrote };
  const ids = others.map(({ id }) => id);
  world.promises.decision(as, facts, heldMinor, ids, step);
}

export const reviewEvents: readonly Event[] = (
  ['paid', 'refused', 'dismissed', 'reopened'] as const
).map(decides);
