import { useQuery } from '@tanstack/react-query';
import type { StaffEventDetail } from '@shop/contract';
import { Link } from 'wouter';
import { event as eventQuery } from '../api/queries';
import { seconds } from '../charts/seconds';
import { Action } from '../ui/action';
import { Fact, Facts } from '../ui/facts';
import { Failure } from '../ui/failure';
import { Moment } from '../ui/moment';
import { Page } from '../ui/page';

/** One event of Stripe: how it came, what it is about, and what became of it. */
export function EventPage({ id, canAct }: { id: string; canAct: boolean }) {
  const { data: event, error } = useQuery(eventQuery(id));
  return (
    <Page heading={`Event ${id}`}>
      {error && <Failure error={error} />}
      {!event && !error && <p role="status">Loading …</p>}
      {event && (
        <>
          <p className="lead">
            {event.type}, {standing(event)}
          </p>
          {canAct && (
            <div className="actions">
              <Action words="Handle it again" path={`events/${event.id}/replay`} />
              {event.deadLetter && (
                <Action
                  words="Retry what was given up"
                  path={`dead-letters/${event.deadLetter.id}/retry`}
                />
              )}
            </div>
          )}
          <div className="facts">
            <Came event={event} />
            <About event={event} />
            <Became event={event} />
          </div>
        </>
      )}
    </Page>
  );
}

/** Pure: what became of it, in some words. */
function standing({ deadLetter, handledAt, outcome, subjectId }: StaffEventDetail): string {
  if (deadLetter) return 'given up';
  if (handledAt) return (outcome ?? 'handled').replaceAll('_', ' ');
  return subjectId ? 'not handled yet' : 'moves no order';
}

const momentOr = (at: string | null, otherwise: string) => (at ? <Moment at={at} /> : otherwise);

function Came({ event }: { event: StaffEventDetail }) {
  return (
    <Facts title="How it came">
      <Fact name="created at Stripe">{momentOr(event.createdAt, 'not known')}</Fact>
      <Fact name="stored here">
        <Moment at={event.receivedAt} />
      </Fact>
      <Fact name="first delivered">{momentOr(event.deliveredAt, 'never')}</Fact>
      {event.listedAt && (
        <Fact name="listed by Stripe">
          <Moment at={event.listedAt} />
        </Fact>
      )}
      <Fact name="form">
        {event.form}
        {event.apiVersion && `, version ${event.apiVersion}`}
      </Fact>
      <Fact name="mode">{event.livemode ? 'live' : 'test'}</Fact>
    </Facts>
  );
}

/** Pure: why no order stands there. An event about one may name neither it nor its payment. */
function noOrder({ subjectId, handledAt, outcome }: StaffEventDetail): string {
  if (subjectId === null || outcome === 'not_ours' || outcome === 'other_deployment')
    return 'none that is known here';
  return handledAt ? 'not known' : 'not known yet';
}

function About({ event }: { event: StaffEventDetail }) {
  const { id, orders, subjectId, objectId, livemode, stripeMode } = event;
  const mode = livemode ? '' : 'test/';
  return (
    <Facts title="What it is about">
      {orders.map((number) => (
        <Fact key={number} name="order">
          <Link to={`/orders/${number}`}>{number}</Link>
        </Fact>
      ))}
      {orders.length === 0 && <Fact name="order">{noOrder(event)}</Fact>}
      {subjectId && (
        <Fact name="subject">
          <Link to={`/orders?q=${subjectId}`}>{subjectId}</Link>
        </Fact>
      )}
      <Fact name="object">{objectId ?? 'none'}</Fact>
      {stripeMode !== 'sandbox' && (
        <Fact name="at Stripe">
          <a
            href={`https://dashboard.stripe.com/${mode}events/${id}`}
            rel="noreferrer"
            target="_blank"
          >
            in the Stripe Dashboard
          </a>
        </Fact>
      )}
    </Facts>
  );
}

function Became({ event: { handledAt, outcome, ...event } }: { event: StaffEventDetail }) {
  const { fulfilledAfterSeconds: after, job, deadLetter } = event;
  return (
    <Facts title="What became of it">
      <Fact name="handled">{momentOr(handledAt, 'not yet')}</Fact>
      {outcome && <Fact name="outcome">{outcome.replaceAll('_', ' ')}</Fact>}
      {after !== null && <Fact name="order in line">{seconds(after)} after its creation</Fact>}
      {job ? (
        <>
          <Fact name="its job">{job.state}</Fact>
          {job.failures > 0 && (
            <Fact name="failed">
              {job.failures} times{job.code && `, last ${job.code}`}
            </Fact>
          )}
          {job.nextAt && (
            <Fact name="tried next">
              <Moment at={job.nextAt} />
            </Fact>
          )}
        </>
      ) : (
        <Fact name="its job">none is kept</Fact>
      )}
      {deadLetter && (
        <Fact name="given up">
          <Moment at={deadLetter.at} />
          {deadLetter.code && `, ${deadLetter.code}`}
        </Fact>
      )}
    </Facts>
  );
}
