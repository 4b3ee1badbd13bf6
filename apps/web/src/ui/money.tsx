import { useMoney } from '../locale/use-format';

/** An amount as the shopper reads it. */
export function Money({ amountMinor, currency }: { amountMinor: number; currency: string }) {
  return <>{useMoney()(amountMinor, currency)}</>;
}
