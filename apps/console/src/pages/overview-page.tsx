import { useQuery } from '@tanstack/react-query';
import { formatMoney } from '@shop/money';
import type { StaffNeed, StaffOverview } from '@shop/contract';
import { Link } from 'wouter';
import { overview } from '../api/queries';
import { Action } from '../ui/action';
import { Failure } from '../ui/failure';
import { Heading } from '../ui/heading';
import { Moment } from '../ui/moment';

/** What needs a person now, how the last day was, and what is running. */
export function OverviewPage({ canAct }: { canAct: boolean }) {
  const { data, error } = useQuery(overview);
  return (
    <>
      <Heading>Overview</Heading>
      {error && <Failure error={error} />}
      {!data && !error && <p role="status">Loading …</p>}
      {data && (
        <>
          <Needs needs={data.needs} canAct={canAct} />
          <LastDay {...data.lastDay} />
          <Running {...data.running} />
          {canAct && <Action words="Look at Stripe again" path="stripe/check" />}
        </>
      )}
    </>
  );
}

function Needs({ needs, canAct }: { needs: StaffNeed[]; canAct: boolean }) {
  return (
    <section aria-labelledby="needs">
      <h2 id="needs">What needs you</h2>
      {needs.length === 0 && <p>Nothing.</p>}
      <ul className="cards">
        {needs.map((need) => (
          <li key={need.code + need.words} className="card">
            <h3>{need.words}</h3>
            <p>{need.next}</p>
            {need.dueBy && (
              <p>
                Due by <Moment at={need.dueBy} />
              </p>
            )}
            {need.orders && <Link to={`/orders?filter=${need.orders}`}>Show these orders</Link>}
            {need.subjects.map((id) => (
              <div key={id}>
                <code>{id}</code>
                {canAct && <Action words="It is dealt with" path={`payments/${id}/settle`} />}
              </div>
            ))}
            {need.code.startsWith('events_not_') && (
              <Link to={`/events?filter=${need.code.replace('events_', '')}`}>
                Show these events
              </Link>
            )}
            {need.code === 'dead_letters' && <Link to="/dead-letters">Show the dead letters</Link>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function LastDay({ orders, money }: StaffOverview['lastDay']) {
  return (
    <section aria-labelledby="day">
      <h2 id="day">The last day</h2>
      <dl>
        {orders.map(({ status, count }) => (
          <div key={status}>
            <dt>{status.replaceAll('_', ' ')}</dt>
            <dd>{count}</dd>
          </div>
        ))}
        {money.map(({ currency, paidMinor, refundedMinor }) => (
          <div key={currency}>
            <dt>paid in {currency.toUpperCase()}</dt>
            <dd>
              {formatMoney(paidMinor, currency, 'en')}
              {refundedMinor > 0 && `, ${formatMoney(refundedMinor, currency, 'en')} given back`}
            </dd>
          </div>
        ))}
      </dl>
      {orders.length === 0 && <p>No order was placed.</p>}
    </section>
  );
}

function Running(running: StaffOverview['running']) {
  const moment = (at: string | null, never: string) => (at ? <Moment at={at} /> : never);
  // Dead letters wait for a person: they are among what needs one.
  const queues = running.queues.filter(({ queue }) => !queue.endsWith('.dead'));
  const waiting = queues.reduce((sum, queue) => sum + queue.waiting, 0);
  return (
    <section aria-labelledby="running">
      <h2 id="running">What is running</h2>
      <dl>
        <div>
          <dt>last event of Stripe</dt>
          <dd>{moment(running.lastEventAt, 'none in three days')}</dd>
        </div>
        <div>
          <dt>last sweep</dt>
          <dd>{moment(running.lastSweepAt, 'none yet')}</dd>
        </div>
        <div>
          <dt>webhook endpoint compared</dt>
          <dd>{moment(running.endpointComparedAt, 'not yet')}</dd>
        </div>
        <div>
          <dt>jobs that wait</dt>
          <dd>{waiting}</dd>
        </div>
      </dl>
    </section>
  );
}
