import type { ReactNode } from 'react';
import type { StaffPerson } from '@shop/contract';
import { Link, useLocation } from 'wouter';
import { useSignOut } from '../api/use-sign-out';
import { Failure } from './failure';

const PAGES = [
  ['/', 'Overview'],
  ['/orders', 'Orders'],
  ['/deliveries', 'Deliveries'],
  ['/shipments', 'Shipments'],
  ['/withdrawals', 'Withdrawals'],
  ['/events', 'Events'],
  ['/dead-letters', 'Dead letters'],
  ['/audit', 'Audit'],
] as const;

/** What is around every page. */
export function Shell({ person, children }: { person: StaffPerson; children: ReactNode }) {
  const [path] = useLocation();
  const signOut = useSignOut('session');
  return (
    <>
      <a className="skip" href="#content">
        Skip to the content
      </a>
      <header>
        <nav aria-label="Pages">
          {PAGES.map(([to, words]) => (
            <Link key={to} to={to} aria-current={isIn(path, to) ? 'page' : undefined}>
              {words}
            </Link>
          ))}
        </nav>
        <p>
          {person.name}, {person.role}{' '}
          <Link to="/settings" aria-current={isIn(path, '/settings') ? 'page' : undefined}>
            Settings
          </Link>{' '}
          <button type="button" onClick={() => signOut.mutate()} disabled={signOut.isPending}>
            Sign out
          </button>
        </p>
        {signOut.error && <Failure error={signOut.error} />}
      </header>
      <main id="content">{children}</main>
    </>
  );
}

const isIn = (path: string, page: string) => (page === '/' ? path === '/' : path.startsWith(page));
