import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { WithdrawalFilter } from '@shop/contract';
import { withdrawals } from '../api/queries';
import { Filter } from '../ui/filter';
import { Heading } from '../ui/heading';
import { ListState } from '../ui/list-state';
import { More } from '../ui/more';
import { useQueryOf } from '../ui/use-query-of';
import { WithdrawalCard } from './withdrawal-card';

const FILTERS: readonly [filter: WithdrawalFilter, words: string][] = [
  ['not_acknowledged', 'not acknowledged'],
  ['order_unknown', 'of no known order'],
];

/** Withdrawals that shoppers have declared. */
export function WithdrawalsPage({ canAct }: { canAct: boolean }) {
  const query = useQueryOf('filter');
  const found = useInfiniteQuery({ ...withdrawals(query), placeholderData: keepPreviousData });
  const rows = found.data?.pages.flatMap((page) => page.withdrawals) ?? [];
  return (
    <>
      <Heading>Withdrawals</Heading>
      <Filter label="Which" name="filter" choices={FILTERS} />
      <ListState found={found} isEmpty={rows.length === 0} empty="No withdrawal is like that." />
      <ul className="cards">
        {rows.map((row) => (
          <WithdrawalCard key={row.reference} row={row} canAct={canAct} />
        ))}
      </ul>
      <More list={found} />
    </>
  );
}
