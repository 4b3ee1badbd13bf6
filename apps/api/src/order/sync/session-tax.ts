import type Stripe from 'stripe';

type Session = Pick<Stripe.Checkout.Session, 'amount_subtotal' | 'amount_total' | 'total_details'>;

/**
 * The tax that is added to the prices, in minor units. Tax that the prices include is part of the subtotal already
 * (https://docs.stripe.com/tax/products-prices-tax-codes-tax-behavior). The breakdown says which tax is which; without
 * it all of the tax is one or the other, and the total says which.
 * @param session with `total_details.breakdown` expanded, if Stripe gives it
 */
export function taxAddedTo({
  amount_subtotal: subtotal,
  amount_total: total,
  total_details: details,
}: Session): number {
  const taxMinor = details?.amount_tax ?? 0;
  const taxes = details?.breakdown?.taxes;
  if (taxes && taxes.length > 0) {
    return taxes.filter(({ rate }) => !rate.inclusive).reduce((sum, { amount }) => sum + amount, 0);
  }
  const withoutTax =
    (subtotal ?? 0) - (details?.amount_discount ?? 0) + (details?.amount_shipping ?? 0);
  return total === withoutTax ? 0 : taxMinor;
}

/** The tax that the prices include, in minor units. */
export function taxIncludedIn(session: Session): number {
  return Math.max(0, (session.total_details?.amount_tax ?? 0) - taxAddedTo(session));
}
