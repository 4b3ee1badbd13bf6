import type { StaffOverview } from '@shop/contract';
import { seconds } from '../charts/seconds';
import { Moment } from '../ui/moment';

/** What runs beside the pages: when it last did, and what waits. */
export function OverviewRunning({ at, needs, running }: StaffOverview) {
  const moment = (then: string | null, never: string) =>
    then ? (
      <>
        {seconds(Math.max(0, (Date.parse(at) - Date.parse(then)) / 1000))} ago, <Moment at={then} />
      </>
    ) : (
      never
    );
  const isWrong = needs.some(({ code }) => code === 'stripe_endpoint');
  // Dead letters wait for a person: they are among what needs one.
  const queues = running.queues.filter(
    ({ queue, waiting, active }) => !queue.endsWith('.dead') && waiting + active > 0,
  );
  const skew = running.clockSkewSeconds;
  return (
    <section aria-labelledby="running">
      <h2 id="running">What is running</h2>
      <dl>
        <div>
          <dt>last event of Stripe</dt>
          <dd>{moment(running.lastEventAt, 'none is kept')}</dd>
        </div>
        <div>
          <dt>last sweep</dt>
          <dd>{moment(running.lastSweepAt, 'none yet')}</dd>
        </div>
        <div>
          <dt>webhook endpoint</dt>
          <dd>
            {running.endpointDetail ?? (
              <>
                {running.endpointComparedAt &&
                  (isWrong ? 'something is wrong, see above; compared ' : 'in order; compared ')}
                {moment(running.endpointComparedAt, 'not compared yet')}
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>clock</dt>
          <dd>
            {skew === null
              ? 'not compared lately'
              : `${seconds(Math.abs(skew))} ${skew < 0 ? 'behind' : 'ahead of'} Stripe’s`}
          </dd>
        </div>
        <div>
          <dt>jobs</dt>
          <dd>
            {queues.length === 0
              ? 'none waits'
              : queues
                  .map(({ queue, waiting, active }) => `${queue}: ${waiting} wait, ${active} run`)
                  .join('; ')}
          </dd>
        </div>
      </dl>
    </section>
  );
}
