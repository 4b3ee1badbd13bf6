import { bug } from './bug-of-order.ts';
import type { PlantedBug } from './planted-bug.ts';

/** Bugs of parcels, and of what follows a delivery. */
export const parcelBugs: readonly PlantedBug[] = [
  bug(
    'sent-twice',
    'what is on its way can be sent again',
    'facts/shop-status.ts',
    'line.quantity - countOf(line, out)',
    'line.quantity - countOf(line, [])',
  ),
  bug(
    'replaced-is-more',
    'a parcel that replaces a lost one counts as one more of the items',
    'facts/shop-status.ts',
    '(!goneAt || goneAt > at)',
    'true',
  ),
  bug(
    'held-is-sent',
    'the warehouse may send what is not due',
    'shipment/decide-shipment.ts',
    'if (why !== undefined)',
    'if (why === "is not paid")',
  ),
  bug(
    'late-news-wins',
    'the news that comes last counts, not the news of the latest time',
    'facts/shipment-state.ts',
    'const latestFirst = updates.toSorted(\n    (a, b) => b.at.getTime() - a.at.getTime() || compare(valuesOf(a), valuesOf(b)),\n  );',
    'const latestFirst = updates.toReversed();',
  ),
  bug(
    'news-twice',
    'what the warehouse says twice is told twice',
    'facts/shipment-state.ts',
    'RANK[b] > RANK[a] ? b : a',
    'b',
  ),
  bug(
    'short-withdrawal',
    'the day of the delivery counts into the fourteen days',
    'facts/withdrawal-period.ts',
    'startOfDay(begins) + days * DAY_MS',
    'startOfDay(begins) + (days - 2) * DAY_MS',
  ),
  bug(
    'withdrawal-lapses',
    'the period ends while a parcel is on its way',
    'facts/withdrawal-period.ts',
    'Math.min(now.getTime(), sent + LONGEST_DELIVERY_MS)',
    '0',
  ),
];
