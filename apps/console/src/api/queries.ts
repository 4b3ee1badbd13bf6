import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  DeadLetters,
  FigureRange,
  StaffEventDetail,
  StaffEvents,
  StaffAudit,
  StaffDeliveries,
  StaffFigures,
  StaffOrder,
  StaffOrders,
  StaffOverview,
  StaffPerson,
  StaffShipments,
  StaffWithdrawals,
} from '@shop/contract';
import { call } from './call';

/** What changes shows within this time without a reload. */
export const POLL_MS = 5000;

/**
 * Who is signed in; null: nobody any more. Then it is not asked again, because each such call counts as a wrong key:
 * signing in sets it.
 */
export const me = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => call<StaffPerson | null>('GET', 'session', { signal }),
  staleTime: ({ state }) => (state.data === null ? 'static' : 0),
  refetchInterval: ({ state }) => (state.data === null ? false : POLL_MS),
});

export const overview = queryOptions({
  queryKey: ['overview'],
  queryFn: ({ signal }) => call<StaffOverview>('GET', 'overview', { signal }),
});

/** Counted once in ten seconds at most, so it is not asked for as often as the rest. */
export const figures = (range: FigureRange) =>
  queryOptions({
    queryKey: ['figures', range],
    queryFn: ({ signal }) => call<StaffFigures>('GET', `figures?range=${range}`, { signal }),
    refetchInterval: 15_000,
  });

export const order = (number: string) =>
  queryOptions({
    queryKey: ['order', number],
    queryFn: ({ signal }) =>
      call<StaffOrder>('GET', `orders/${encodeURIComponent(number)}`, { signal }),
  });

export const event = (id: string) =>
  queryOptions({
    queryKey: ['event', id],
    queryFn: ({ signal }) =>
      call<StaffEventDetail>('GET', `events/${encodeURIComponent(id)}`, { signal }),
  });

/** A list in pages; `query` narrows it. */
const list = <Page extends { next: string | null }>(path: string, query: Record<string, string>) =>
  infiniteQueryOptions({
    queryKey: [path, query],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) => {
      const search = new URLSearchParams({ ...query, ...(pageParam && { after: pageParam }) });
      return call<Page>('GET', `${path}?${search}`, { signal });
    },
    getNextPageParam: ({ next }) => next,
  });

export const orders = (query: Record<string, string>) => list<StaffOrders>('orders', query);
export const events = (query: Record<string, string>) => list<StaffEvents>('events', query);
export const deliveries = (query: Record<string, string>) =>
  list<StaffDeliveries>('deliveries', query);
export const shipments = (query: Record<string, string>) =>
  list<StaffShipments>('shipments', query);
export const withdrawals = (query: Record<string, string>) =>
  list<StaffWithdrawals>('withdrawals', query);
export const deadLetters = list<DeadLetters>('dead-letters', {});
export const audit = list<StaffAudit>('audit', {});
