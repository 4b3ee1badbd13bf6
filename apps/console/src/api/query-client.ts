import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isSignedOut, isTransient } from './call';
import { me, POLL_MS } from './queries';

/** What the pages ask and act through. Whichever call learns first that the session has ended, ends it for all. */
export function createQueryClient(): QueryClient {
  const onError = (error: Error) => {
    if (isSignedOut(error)) endSession(client);
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      mutations: { networkMode: 'always' },
      queries: {
        // A browser that is offline gets an error, and not the last answer as if it were current.
        networkMode: 'always',
        refetchOnReconnect: true,
        refetchInterval: POLL_MS,
        retry: (failures, error) => failures < 2 && isTransient(error),
      },
    },
  });
  return client;
}

/** Nobody is signed in, whatever was asked before still answers; and nothing of what was shown stays in memory. */
function endSession(client: QueryClient): void {
  void client.cancelQueries({ queryKey: me.queryKey });
  client.setQueryData(me.queryKey, null);
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== me.queryKey[0] });
}
