import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { EventFilter, StaffEvents } from '@shop/contract';
import { Link } from 'wouter';
import { events } from '../api/queries';
import { Action } from '../ui/action';
import { Filter } from '../ui/filter';
import { ListState } from '../ui/list-state';
import { Moment } from '../ui/moment';
import { More } from '../ui/more';
import { Page } from '../ui/page';
import { useQueryOf } from '../ui/use-query-of';

const FILTERS: readonly [filter: EventFilter, words: string][] = [
  ['not_handled', 'not handled'],
  ['not_delivered', 'never delivered'],
];

/** Events of Stripe, newest first. Which of them stands in the address. */
export function EventsPage({ canAct }: { canAct: boolean }) {
  const query = useQueryOf('filter');
  const found = useInfiniteQuery({ ...events(query), placeholderData: keepPreviousData });
  const rows = found.data?.pages.flatMap((page) => page.events) ?? [];
  return (
    <Page heading="Events">
      <Filter label="Which events" name="filter" choices={FILTERS} />
      <ListState found={found} isEmpty={rows.length === 0} empty="There is none." />
      <ol className="timeline">
        {rows.map((row) => (
          <li key={row.id}>
            <Moment at={row.receivedAt} /> <b>{row.type}</b> {whatBecame(row)}{' '}
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
    </Page>
  );
}

/** Pure. */
function whatBecame({ subjectId, deliveredAt, handledAt, outcome }: StaffEvents['events'][number]) {
  const handled = handledAt ? (outcome ?? 'handled').replaceAll('_', ' ') : 'not handled yet';
  return [subjectId ? handled : 'moves no order', ...(deliveredAt ? [] : ['never delivered'])].join(
    ', ',
  );
}
