import { resourceMissing, invalidRequest } from './stripe-error';

export interface PageParams {
  limit?: number;
  starting_after?: string;
  ending_before?: string;
}

export interface List<T> {
  object: 'list';
  data: T[];
  has_more: boolean;
  url: string;
}

/**
 * One page by Stripe's cursors of the objects that match. `newestFirst` is sorted by `created` if it has that: an
 * object made while the account's clock is in the past comes later. A cursor need not match any more: what was listed
 * as open may be closed when the next page is read. Throws for an unknown cursor.
 */
export function pageOf<T extends { id: string; created?: number }>(
  newestFirst: T[],
  params: PageParams,
  url: string,
  kind: string,
  matches: (item: T) => boolean = () => true,
): List<T> {
  const limit = params.limit ?? 10;
  if (limit < 1 || limit > 100) {
    throw invalidRequest(
      limit < 1
        ? 'This value must be greater than or equal to 1.'
        : 'This value must be less than or equal to 100.',
      { code: 'parameter_invalid_integer', param: 'limit' },
    );
  }
  if (params.starting_after !== undefined && params.ending_before !== undefined) {
    throw invalidRequest(
      'You may only specify one of these parameters: starting_after, ending_before.',
      { param: 'starting_after' },
    );
  }
  const items = newestFirst.toSorted((a, b) => (b.created ?? 0) - (a.created ?? 0));
  if (params.ending_before !== undefined) {
    const end = indexOf(items, params.ending_before, kind, 'ending_before');
    const before = items.slice(0, end).filter(matches);
    return { object: 'list', data: before.slice(-limit), has_more: before.length > limit, url };
  }
  const start =
    params.starting_after === undefined
      ? 0
      : indexOf(items, params.starting_after, kind, 'starting_after') + 1;
  const after = items.slice(start).filter(matches);
  return { object: 'list', data: after.slice(0, limit), has_more: after.length > limit, url };
}

function indexOf(items: { id: string }[], id: string, kind: string, param: string): number {
  const index = items.findIndex((item) => item.id === id);
  if (index < 0) throw resourceMissing(kind, id, param);
  return index;
}

interface Range {
  gt?: number;
  gte?: number;
  lt?: number;
  lte?: number;
}

/** Whether a time in seconds matches a `created` filter: one time, or a range. */
export function inRange(seconds: number, range: Range | number | undefined): boolean {
  if (range === undefined) return true;
  if (typeof range === 'number') return seconds === range;
  return (
    (range.gt === undefined || seconds > range.gt) &&
    (range.gte === undefined || seconds >= range.gte) &&
    (range.lt === undefined || seconds < range.lt) &&
    (range.lte === undefined || seconds <= range.lte)
  );
}
