import type { ReactNode } from 'react';
import { useHref, useLinkClickHandler, useLocation } from 'react-router';

/**
 * A link inside the shop, marked when it leads to where one is. The router's own Link carries prefetching for server
 * rendering, some 2 kB that the confirmation page would make every shopper wait for.
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
  /** Its accessible name, where the words inside do not say enough. */
  label?: string;
  children: ReactNode;
};
