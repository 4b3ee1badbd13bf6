import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { formatMoney } from '@shop/money';
import type { OrderFilter, StaffOrders } from '@shop/contract';
import { Link, useLocation } from 'wouter';
import { orders } from '../api/queries';
import { Heading } from '../ui/heading';
import { ListState } from '../ui/list-state';
import { Moment } from '../ui/moment';
import { More } from '../ui/more';
import { useQueryOf } from '../ui/use-query-of';

const FILTERS: readonly [filter: OrderFilter, words: string][] = [
  ['review_open', 'wait for a decision'],
  ['evidence_due', 'disputed, evidence is due'],
  ['dispute_open', 'disputed'],
  ['state_unknown', 'in no documented state'],
  ['payment_review', 'held by Radar'],
  ['fraud_warning', 'warned of fraud'],
  ['refund_refused', 'cancelled, refund refused'],
  ['refund_failed', 'refund failed'],
  ['transfer_awaited', 'wait for a transfer for more than a week'],
  ['not_delivered', 'something was not delivered'],
  ['telling_held', 'telling waits after a restore'],
  ['sync_failed', 'cannot be read at Stripe'],
  ['paid', 'paid'],
  ['processing', 'processing'],
  ['pending', 'pending'],
  ['needs_review', 'need a review'],
  ['payment_failed', 'payment failed'],
  ['expired', 'expired'],
  ['refused', 'refused'],
];

/** Orders, newest first. What is looked for stands in the address, so that it can be handed on. */
export function OrdersPage() {
  const query = useQueryOf('filter', 'q');
  const found = useInfiniteQuery({ ...orders(query), placeholderData: keepPreviousData });
  const rows = found.data?.pages.flatMap((page) => page.orders) ?? [];
  return (
    <>
      <Heading>Orders</Heading>
      <Search key={JSON.stringify(query)} query={query} />
      <ListState found={found} isEmpty={rows.length === 0} empty="No order is like that." />
      {rows.length > 0 && <Table rows={rows} />}
      <More list={found} />
    </>
  );
}

function Search({ query }: { query: Record<string, string> }) {
  const [, go] = useLocation();
  const [q, setQ] = useState(query['q'] ?? '');
  const show = (filter: string) =>
    go(
      `/orders?${new URLSearchParams({ ...(filter && { filter }), ...(q.trim() && { q: q.trim() }) })}`,
    );
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    show(query['filter'] ?? '');
  };
  return (
    <form role="search" onSubmit={submit}>
      <label>
        Which orders
        <select value={query['filter'] ?? ''} onChange={(event) => show(event.target.value)}>
          <option value="">all</option>
          {FILTERS.map(([filter, words]) => (
            <option key={filter} value={filter}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <label>
        Number, id of Stripe, e-mail or name
        <input type="search" value={q} onChange={(event) => setQ(event.target.value)} />
      </label>
      <button type="submit">Search</button>
    </form>
  );
}

function Table({ rows }: { rows: StaffOrders['orders'] }) {
  return (
    <div className="scrolls" tabIndex={0} role="region" aria-label="Orders">
      <table>
        <thead>
          <tr>
            <th scope="col">Order</th>
            <th scope="col">Placed</th>
            <th scope="col">State</th>
            <th scope="col">Total</th>
            <th scope="col">Shopper</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.number}>
              <th scope="row">
                <Link to={`/orders/${row.number}`}>{row.number}</Link>
              </th>
              <td>
                <Moment at={row.createdAt} />
              </td>
              <td>{row.state.replaceAll('_', ' ')}</td>
              <td>{formatMoney(row.totalMinor, row.currency, 'en')}</td>
              <td>{row.name ?? row.email ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
