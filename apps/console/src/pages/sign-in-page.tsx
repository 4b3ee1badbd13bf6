import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { StaffPerson } from '@shop/contract';
import { useLocation } from 'wouter';
import { call, isUsedUp } from '../api/call';
import { me } from '../api/queries';
import { Failure } from '../ui/failure';
import { Heading } from '../ui/heading';

/** Signs in by the token in the link's fragment, when its reader presses the button: a preview of the link must not. */
export function SignInPage() {
  const [, go] = useLocation();
  const [token, setToken] = useState(tokenInAddress);
  const queries = useQueryClient();
  const { reset, ...signIn } = useMutation({
    mutationFn: () => call<StaffPerson>('POST', 'session', { body: { token } }),
    onSuccess: (person) => {
      queries.setQueryData(me.queryKey, person);
      go('/', { replace: true });
    },
  });
  useEffect(() => {
    const takeToken = () => {
      const another = tokenInAddress();
      if (another === undefined) return;
      setToken(another);
      reset();
      hideToken();
    };
    hideToken();
    // Another link to the page that is open already changes only the part behind the #.
    window.addEventListener('hashchange', takeToken);
    return () => window.removeEventListener('hashchange', takeToken);
  }, [reset]);
  return (
    <main id="content">
      <Heading>Sign in</Heading>
      {signIn.error && <Failure error={signIn.error} />}
      {token && !isUsedUp(signIn.error) ? (
        <button type="button" onClick={() => signIn.mutate()} disabled={signIn.isPending}>
          Sign in to the console
        </button>
      ) : (
        <p>
          To get a sign-in link, run <code>npm run staff -- people link &lt;name&gt;</code> where
          the shop runs. It works once, within ten minutes.
        </p>
      )}
    </main>
  );
}

const tokenInAddress = (): string | undefined => /^#t=([\w-]+)$/.exec(window.location.hash)?.[1];

/** Nobody shall copy the token with the address, or find it in the history. */
function hideToken(): void {
  const { pathname, search } = window.location;
  if (tokenInAddress() !== undefined)
    window.history.replaceState(window.history.state, '', pathname + search);
}
