import { createContext } from 'react';
import { useLocation } from 'wouter';

/** Whether the shopper has moved to another page of the shop since it was loaded. */
export const HasMoved = createContext(false);

/**
 * Leads to a path of the shop, which is then seen from its top. On the way back the browser restores the scroll position
 * itself.
 */
export function useGo(): (to: string) => void {
  const [, navigate] = useLocation();
  return (to) => {
    navigate(to);
    window.scrollTo(0, 0);
  };
}
