import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { DeliveryChannel, DeliveryState, StaffDeliveries } from '@shop/contract';
import { Link } from 'wouter';
import { deliveries } from '../api/queries';
import { Action } from '../ui/action';
import { Filter } from '../ui/filter';
import { ListState } from '../ui/list-state';
import { Moment } from '../ui/moment';
import { More } from '../ui/more';
import { Page } from '../ui/page';
import { stepName } from '../ui/step-name';
import { useQueryOf } from '../ui/use-query-of';

type Delivery = StaffDeliveries['deliveries'][number];

const CHANNELS: readonly [channel: DeliveryChannel, words: string][] = [
  ['mail', 'the shopper'],
  ['merchant', "the shop's system"],
  ['staff', 'staff'],
];

const OUTCOMES: readonly [outcome: DeliveryState, words: string][] = [
  ['pending', 'not told yet'],
  ['sent', 'sent'],
  ['undeliverable', 'undeliverable'],
  ['moot', 'not needed'],
];

/** What was told, or is to be told, about orders. */
export function DeliveriesPage({ canAct }: { canAct: boolean }) {
  const query = useQueryOf('channel', 'outcome');
  const found = useInfiniteQuery({ ...deliveries(query), placeholderData: keepPreviousData });
  const rows = found.data?.pages.flatMap((page) => page.deliveries) ?? [];
  return (
    <Page heading="Deliveries">
      <Filter label="To whom" name="channel" choices={CHANNELS} />
      <Filter label="State" name="outcome" choices={OUTCOMES} />
      <ListState found={found} isEmpty={rows.length === 0} empty="Nothing is like that." />
      <ol className="timeline">
        {rows.map((row) => (
          <li key={`${row.orderNumber} ${row.step}`}>
            <Moment at={row.stagedAt} /> <b>{stepName(row.step)}</b> to{' '}
            {wordsFor(CHANNELS, row.channel) ?? 'nobody yet'}{' '}
            <Link to={`/orders/${row.orderNumber}`}>{row.orderNumber}</Link>{' '}
            <WhatBecame row={row} />
            {canAct && <SendAgain row={row} />}
          </li>
        ))}
      </ol>
      <More list={found} />
    </Page>
  );
}

function WhatBecame({ row }: { row: Delivery }) {
  const { outcome, note, attempts, lastAttempt, notBefore, nextAttemptAt } = row;
  const isBad = outcome === 'undeliverable';
  return (
    <>
      <span className={isBad ? 'failure' : undefined}>{wordsFor(OUTCOMES, outcome)}</span>
      <span className="detail">
        {note && `, ${note}`}
        {attempts > 1 && `, ${attempts} attempts`}
        {lastAttempt?.code && !note && `, last answer: ${lastAttempt.code}`}
        {nextAttemptAt && (
          <>
            , next try <Moment at={nextAttemptAt} />
          </>
        )}
        {outcome === 'pending' && notBefore && (
          <>
            , not before <Moment at={notBefore} />
          </>
        )}
      </span>
    </>
  );
}

/** Of what was sent or refused, and of what failed and waits for its next try. */
function SendAgain({ row: { orderNumber, step, outcome, nextAttemptAt } }: { row: Delivery }) {
  const isEnded = outcome === 'sent' || outcome === 'undeliverable';
  if (!isEnded && !nextAttemptAt) return null;
  return (
    <Action
      words={isEnded ? 'Send again' : 'Try now'}
      path={`orders/${orderNumber}/resend`}
      body={{ step }}
    />
  );
}

/** Pure. */
const wordsFor = (choices: readonly [value: string, words: string][], value: string | null) =>
  choices.find(([one]) => one === value)?.[1];
