import type { ReactNode } from 'react';
import { useHref, useLinkClickHandler, useLocation } from 'react-router';

/**
 * A link inside the shop, marked when it leads to the current page. The router's own Link contains prefetching for
 * server rendering: about 2 kB that every shopper would wait for on the confirmation page.
 */
export function Link({ to, className, label, children }: LinkProps) {
  const href = useHref(to);
  const follow = useLinkClickHandler<HTMLAnchorElement>(to);
  const { pathname } = useLocation();
  return (
    <a
      href={href}
      className={className}
      aria-label={label}
      aria-current={pathname === to ? 'page' : undefined}
      onClick={follow}
    >
      {children}
    </a>
  );
}

type LinkProps = {
  /** A path of the shop. */
  to: string;
  className?: string | undefined;
  /** Its accessible name, where its text is not enough. */
  label?: string;
  children: ReactNode;
};
