import { useQuery } from '@tanstack/react-query';
import type { StaffNeed } from '@shop/contract';
import { Link } from 'wouter';
import { overview } from '../api/queries';
import { Action } from '../ui/action';
import { Failure } from '../ui/failure';
import { Moment } from '../ui/moment';
import { Page } from '../ui/page';
import { OverviewFigures } from './overview-figures';
import { OverviewRunning } from './overview-running';

/** What needs a person now, how the last day was, and what is running. */
export function OverviewPage({ canAct }: { canAct: boolean }) {
  const { data, error } = useQuery(overview);
  return (
    <Page heading="Overview">
      {error && <Failure error={error} />}
      {!data && !error && <p role="status">Loading …</p>}
      {data && (
        <>
          <Needs needs={data.needs} canAct={canAct} />
          <OverviewRunning {...data} />
          {canAct && <Action words="Look at Stripe again" path="stripe/check" />}
        </>
      )}
      <OverviewFigures />
    </Page>
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
            {need.code.startsWith('withdrawal_') && (
              <Link to={`/withdrawals?filter=${need.code.replace('withdrawal_', '')}`}>
                Show these withdrawals
              </Link>
            )}
            {need.code === 'dead_letters' && <Link to="/dead-letters">Show the dead letters</Link>}
          </li>
        ))}
      </ul>
    </section>
  );
}
