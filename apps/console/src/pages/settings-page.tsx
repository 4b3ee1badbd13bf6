import { useState } from 'react';
import type { StaffPerson } from '@shop/contract';
import { useSignOut } from '../api/use-sign-out';
import { Fact } from '../ui/facts';
import { Failure } from '../ui/failure';
import { Heading } from '../ui/heading';
import { Moment } from '../ui/moment';

const ROLES: Readonly<Record<StaffPerson['role'], string>> = {
  viewer: 'viewer: reads, without personal data',
  operator: 'operator: reads everything, and acts',
};

/** Who is signed in, since when, and how to end it. */
export function SettingsPage({ person }: { person: StaffPerson }) {
  const signOut = useSignOut('session');
  return (
    <>
      <Heading>Settings</Heading>
      <div className="facts">
        {' '}
        <section className="card" aria-label="You">
          <dl>
            <Fact name="name">{person.name}</Fact>
            <Fact name="role">{ROLES[person.role]}</Fact>
            {person.signedInAt && (
              <Fact name="signed in since">
                <Moment at={person.signedInAt} />
              </Fact>
            )}
            {person.expiresAt && (
              <Fact name="until">
                <Moment at={person.expiresAt} />
              </Fact>
            )}
          </dl>
        </section>
      </div>{' '}
      <h2>Sign out</h2>
      <div className="actions">
        <button type="button" onClick={() => signOut.mutate()} disabled={signOut.isPending}>
          Sign out here
        </button>
        <Everywhere />
      </div>
      {signOut.error && <Failure error={signOut.error} />}
    </>
  );
}

/** Asks once more: to come back, a person needs somebody who can make a link. */
function Everywhere() {
  const [isSure, setSure] = useState(false);
  const signOut = useSignOut('sessions');
  return (
    <div className="action">
      <button type="button" aria-expanded={isSure} onClick={() => setSure(!isSure)}>
        Sign out everywhere
      </button>
      {isSure && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            signOut.mutate();
          }}
        >
          <p role="alert">
            All your sessions end, this one too, and sign-in links that were not used. To come back,
            you need a new link.
          </p>
          <button type="submit" disabled={signOut.isPending}>
            Yes: sign out everywhere
          </button>
          <button type="button" onClick={() => setSure(false)}>
            Cancel
          </button>
        </form>
      )}
      {signOut.error && <Failure error={signOut.error} />}
    </div>
  );
}
