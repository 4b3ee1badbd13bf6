import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { StaffPerson } from '@shop/contract';
import { Link, useLocation } from 'wouter';
import { call } from '../api/call';

const PAGES = [
  ['/', 'Overview'],
  ['/orders', 'Orders'],
  ['/events', 'Events'],
  ['/dead-letters', 'Dead letters'],
  ['/audit', 'Audit'],
] as const;

/** What is around every page. */
export function Shell({ person, children }: { person: StaffPerson; children: ReactNode }) {
  const [path] = useLocation();
  const signOut = useMutation({
    mutationFn: () => call('DELETE', 'session'),
    // A new document: nothing of what was shown stays in memory.
    onSuccess: () => window.location.assign('/sign-in'),
  });
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
          <button type="button" onClick={() => signOut.mutate()} disabled={signOut.isPending}>
            Sign out
          </button>
        </p>
      </header>
      <main id="content">{children}</main>
    </>
  );
}

const isIn = (path: string, page: string) => (page === '/' ? path === '/' : path.startsWith(page));
