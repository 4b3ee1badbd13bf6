import { useMoney } from '../locale/use-format';

/** An amount in the shopper's notation. */
export function Money({ amountMinor, currency }: { amountMinor: number; currency: string }) {
  return <>{useMoney()(amountMinor, currency)}</>;
}
