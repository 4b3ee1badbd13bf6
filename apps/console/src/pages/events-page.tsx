import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { EventFilter, StaffEvents } from '@shop/contract';
import { Link, useSearch } from 'wouter';
import { events } from '../api/queries';
import { Action } from '../ui/action';
import { Failure } from '../ui/failure';
import { Heading } from '../ui/heading';
import { Moment } from '../ui/moment';
import { More } from '../ui/more';

const FILTERS: readonly [filter: EventFilter | '', words: string][] = [
  ['', 'all'],
  ['not_handled', 'not handled'],
  ['not_delivered', 'never delivered'],
];

/** Events of Stripe of the last days, newest first. Which of them stands in the address. */
export function EventsPage({ canAct }: { canAct: boolean }) {
  const filter = new URLSearchParams(useSearch()).get('filter') ?? '';
  const found = useInfiniteQuery({
    ...events(filter ? { filter } : {}),
    placeholderData: keepPreviousData,
  });
  const rows = found.data?.pages.flatMap((page) => page.events) ?? [];
  return (
    <>
      <Heading>Events</Heading>
      <nav aria-label="Which events">
        {FILTERS.map(([one, words]) => (
          <Link
            key={one}
            to={one ? `/events?filter=${one}` : '/events'}
            aria-current={one === filter ? 'page' : undefined}
          >
            {words}
          </Link>
        ))}
      </nav>
      {found.error && <Failure error={found.error} />}
      {found.isPending && <p role="status">Loading …</p>}
      {found.data && rows.length === 0 && <p>There is none in three days.</p>}
      <ol className="timeline">
        {rows.map((row) => (
          <li key={row.id}>
            <Moment at={row.receivedAt} /> <b>{row.type}</b> {whatBecame(row)}
            <Link to={`/events/${row.id}`}>{row.id}</Link>
            {row.subjectId && (
              <>
                {' '}
                <Link to={`/orders?q=${row.subjectId}`}>{row.subjectId}</Link>
              </>
            )}
            {canAct && row.subjectId && (
              <Action words="Handle it again" path={`events/${row.id}/replay`} />
            )}
          </li>
        ))}
      </ol>
      <More list={found} />
    </>
  );
}

/** Pure. */
function whatBecame({ subjectId, deliveredAt, handledAt, outcome }: StaffEvents['events'][number]) {
  const handled = handledAt ? (outcome ?? 'handled').replaceAll('_', ' ') : 'not handled yet';
  return [subjectId ? handled : 'moves no order', ...(deliveredAt ? [] : ['never delivered'])].join(
    ', ',
  );
}
