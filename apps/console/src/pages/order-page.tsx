import { useQuery } from '@tanstack/react-query';
import { formatMoney } from '@shop/money';
import type { StaffOrder } from '@shop/contract';
import { order as orderQuery } from '../api/queries';
import { Failure } from '../ui/failure';
import { Moment } from '../ui/moment';
import { Page } from '../ui/page';
import { Action } from '../ui/action';
import { OrderActions } from './order-actions';
import { OrderFacts } from './order-facts';

/** One order: what is wrong and what to do, its three facts, and all that has happened. */
export function OrderPage({ number, canAct }: { number: string; canAct: boolean }) {
  const { data: order, error } = useQuery(orderQuery(number));
  return (
    <Page heading={`Order ${number}`}>
      {error && <Failure error={error} />}
      {!order && !error && <p role="status">Loading …</p>}
      {order && (
        <>
          <p className="lead">
            {formatMoney(order.totalMinor, order.currency, 'en')},{' '}
            {order.state.replaceAll('_', ' ')}, placed <Moment at={order.createdAt} />
          </p>
          <Wrong wrong={order.wrong} />
          {canAct && <OrderActions order={order} />}
          <OrderFacts order={order} canAct={canAct} />
          <Timeline entries={order.timeline} canAct={canAct} />
        </>
      )}
    </Page>
  );
}

function Wrong({ wrong }: Pick<StaffOrder, 'wrong'>) {
  if (wrong.length === 0) return <p>Nothing is wrong with it.</p>;
  return (
    <ul className="cards" aria-label="What is wrong">
      {wrong.map(({ code, words, next }) => (
        <li key={code + words} className="card">
          <strong>{words}</strong>
          <p>{next}</p>
        </li>
      ))}
    </ul>
  );
}

function Timeline({ entries, canAct }: { entries: StaffOrder['timeline']; canAct: boolean }) {
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">What has happened</h2>
      <ol className="timeline">
        {entries.map((entry, index) => (
          // Entries have no id of their own, and are only ever added.
          <li key={index}>
            <Moment at={entry.at} /> <b>{entry.from}</b> {entry.what}
            {entry.detail && <span className="detail"> {entry.detail}</span>}
            {canAct && <Replay entry={entry} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Of an event of Stripe: has it handled again. */
function Replay({ entry: { from, detail } }: { entry: StaffOrder['timeline'][number] }) {
  const id = from === 'stripe' && /^evt_\w+/.exec(detail ?? '')?.[0];
  return id ? <Action words="Handle it again" path={`events/${id}/replay`} /> : null;
}
