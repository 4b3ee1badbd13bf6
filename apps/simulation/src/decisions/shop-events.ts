import { awaitedBy } from '../../../api/src/order/facts/payment-attempt';
import { triggersOf } from '../../../api/src/order/sync/triggers';
import { applyReading, takeReading } from './apply-reading';
import { chosen } from './event';
import type { Event } from './event';
import { QUANTITY } from './new-order';
import { ownSession } from './world';
import type { World } from './world';
import { writeDecision } from './write-decision';

const MOST_READINGS = 3;
const hasReadings = ({ readings }: World) => readings.length > 0;

/** Webhook, page and sweep: each reads a session and applies what it has read, at once or late. */
export const shopEvents: readonly Event[] = [
  {
    name: 'reads the order’s session',
    who: 'shop',
    may: () => true,
    run: (world) => applyReading(world, takeReading(world, ownSession(world))),
  },
  {
    name: 'reads any session',
    who: 'shop',
    may: ({ sessions }) => sessions.length > 1,
    run: (world, arg) =>
      applyReading(world, takeReading(world, chosen(world.sessions, arg) ?? ownSession(world))),
  },
  {
    name: 'reads without permission for refunds',
    who: 'shop',
    may: () => true,
    run: (world) => applyReading(world, takeReading(world, ownSession(world), false)),
  },
  {
    name: 'begins to read',
    who: 'shop',
    may: ({ readings }) => readings.length < MOST_READINGS,
    run: (world, arg) =>
      world.readings.push(takeReading(world, chosen(world.sessions, arg) ?? ownSession(world))),
  },
  {
    name: 'applies what it began to read',
    who: 'shop',
    may: hasReadings,
    run: (world, arg) => {
      const [late] = world.readings.splice(arg % world.readings.length, 1);
      if (late) applyReading(world, late);
    },
  },
  {
    name: 'applies it, and once more later',
    who: 'shop',
    may: hasReadings,
    run: (world, arg) => {
      const late = chosen(world.readings, arg);
      if (late) applyReading(world, late);
    },
  },
  {
    name: 'gives up a payment that is not canceled',
    who: 'shop',
    may: ({ order }) => awaitedBy(order) !== null && order.supersededAt !== null,
    run: (world) => {
      const before = world.order;
      const changes = { watched: false };
      const triggers = triggersOf(before, { ...before, ...changes, status: 'expired' });
      const wrote = writeDecision(world, { status: 'expired', changes, triggers, alerts: [] });
      world.promises.change({ before, after: world.order, triggers, wrote });
    },
  },
  {
    name: 'sells the rest to others',
    who: 'shopper',
    may: ({ stock: { limit, others, own } }) => limit - others - own > 0,
    run: ({ stock }) => (stock.others += stock.limit - stock.others - stock.own),
  },
  {
    name: 'gets more of the goods',
    who: 'staff',
    may: ({ stock: { limit } }) => limit < 4 * QUANTITY,
    run: ({ stock }) => (stock.limit += QUANTITY),
  },
];
