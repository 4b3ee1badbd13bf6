import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { StaffPerson } from '@shop/contract';
import { useLocation } from 'wouter';
import { call, isUsedUp } from '../api/call';
import { me } from '../api/queries';
import { Failure } from '../ui/failure';
import { Heading } from '../ui/heading';

/** Signs in by the token in the link's fragment, when its reader presses the button: a preview of the link must not. */
export function SignInPage() {
  const [, go] = useLocation();
  const [token] = useState(() => /^#t=([\w-]+)$/.exec(window.location.hash)?.[1]);
  const queries = useQueryClient();
  const signIn = useMutation({
    mutationFn: () => call<StaffPerson>('POST', 'session', { body: { token } }),
    onSuccess: (person) => {
      queries.setQueryData(me.queryKey, person);
      go('/', { replace: true });
    },
  });
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
