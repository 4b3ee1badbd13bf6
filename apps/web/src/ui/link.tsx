import type { MouseEvent, ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useGo } from './go';

/** A link inside the shop, marked when it leads to the current page. */
export function Link({ to, className, label, children }: LinkProps) {
  const [pathname] = useLocation();
  const go = useGo();
  const follow = (event: MouseEvent) => {
    // Whoever asks for a new tab or window gets it from the browser.
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.button !== 0)
      return;
    event.preventDefault();
    go(to);
  };
  return (
    <a
      href={to}
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
