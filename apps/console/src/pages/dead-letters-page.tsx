import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { deadLetters } from '../api/queries';
import { Action } from '../ui/action';
import { ListState } from '../ui/list-state';
import { Moment } from '../ui/moment';
import { More } from '../ui/more';
import { Page } from '../ui/page';

/** Work that was given up. */
export function DeadLettersPage({ canAct }: { canAct: boolean }) {
  const found = useInfiniteQuery(deadLetters);
  const rows = found.data?.pages.flatMap((page) => page.deadLetters) ?? [];
  return (
    <Page heading="Dead letters">
      <ListState found={found} isEmpty={rows.length === 0} empty="Nothing was given up." />
      {canAct && rows.length > 0 && (
        <Action
          words="Retry all"
          path="dead-letters/retry"
          warning="Everything below is tried again now. Mend the cause first."
        />
      )}
      <ul className="cards">
        {rows.map((row) => (
          <li key={row.id} className="card">
            <h2>{row.words}</h2>
            <p>
              <Moment at={row.at} />
              {row.code && `, ${row.code}`}
              {row.stripeEventId && (
                <>
                  , <Link to={`/events/${row.stripeEventId}`}>{row.stripeEventId}</Link>
                </>
              )}
            </p>
            {row.orderNumber && (
              <Link to={`/orders/${row.orderNumber}`}>Order {row.orderNumber}</Link>
            )}
            {canAct && <Action words="Retry" path={`dead-letters/${row.id}/retry`} />}
          </li>
        ))}
      </ul>
      <More list={found} />
    </Page>
  );
}
