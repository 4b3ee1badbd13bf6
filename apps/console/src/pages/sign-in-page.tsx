import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { StaffPerson } from '@shop/contract';
import { useLocation } from 'wouter';
import { call } from '../api/call';
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
      {token ? (
        <button type="button" onClick={() => signIn.mutate()} disabled={signIn.isPending}>
          Sign in to the console
        </button>
      ) : (
        <p>
          Open a sign-in link. <code>npm start</code> prints one, and so does{' '}
          <code>npm run staff -- people link</code> with your name.
        </p>
      )}
      {signIn.error && <Failure error={signIn.error} />}
    </main>
  );
}
