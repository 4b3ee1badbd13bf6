import { useInfiniteQuery } from '@tanstack/react-query';
import type { StaffFacts } from '@shop/contract';
import { Link } from 'wouter';
import { audit } from '../api/queries';
import { Heading } from '../ui/heading';
import { ListState } from '../ui/list-state';
import { Moment } from '../ui/moment';
import { More } from '../ui/more';

/** Who did what, why, and what it changed. */
export function AuditPage() {
  const found = useInfiniteQuery(audit);
  const rows = found.data?.pages.flatMap((page) => page.actions) ?? [];
  return (
    <>
      <Heading>Audit</Heading>
      <ListState found={found} isEmpty={rows.length === 0} empty="Nobody has done anything yet." />
      <ol className="timeline">
        {rows.map((row, index) => (
          <li key={`${row.at} ${index}`}>
            <Moment at={row.at} /> <b>{row.who}</b> {row.action}{' '}
            {row.orderNumber && <Link to={`/orders/${row.orderNumber}`}>{row.orderNumber}</Link>}{' '}
            <Subject id={row.subject} /> {row.status === null ? 'not ended' : row.code}
            {row.reason && <span className="detail"> {row.reason}</span>}
            <span className="detail"> {changes(row.before, row.after)}</span>
          </li>
        ))}
      </ol>
      <More list={found} />
    </>
  );
}

/** What else it was about: an event has a page of its own. */
function Subject({ id }: { id: string | null }) {
  return id?.startsWith('evt_') ? <Link to={`/events/${id}`}>{id}</Link> : id;
}

/** Pure: `status needs_review → paid`. */
function changes(before: StaffFacts, after: StaffFacts): string {
  if (!before || !after) return '';
  return Object.keys(after)
    .filter((name) => name in before && before[name] !== after[name])
    .map((name) => `${name} ${before[name]} → ${after[name]}`)
    .join(', ');
}
