import { api } from '../../api-client/api';
import { pollInterval } from './poll-interval';

/**
 * GET /api/orders/confirmation: the order of a Checkout Session, asked for again until its state is final. A hidden
 * tab does not ask; one that comes back does at once, unless the state is final.
 */
export function confirmationQuery(sessionId: string) {
  return api.queryOptions(
    'get',
    '/api/orders/confirmation',
    { params: { query: { session_id: sessionId } } },
    {
      // The next asking is the retry.
      retry: false,
      refetchInterval: (query) =>
        pollInterval({
          data: query.state.data,
          error: query.state.error,
          dataUpdateCount: query.state.dataUpdateCount,
          errorUpdateCount: query.state.errorUpdateCount,
        }),
      refetchIntervalInBackground: false,
      refetchOnWindowFocus: (query) => !query.state.data?.final,
      refetchOnReconnect: (query) => !query.state.data?.final,
    },
  );
}
