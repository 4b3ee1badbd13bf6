import type Stripe from 'stripe';

/** What so many cost: of a price by the package, the packages (https://docs.stripe.com/api/prices/object). */
export function amountOf(price: Stripe.Price, quantity: number): number {
  const { unit_amount: unitAmount, transform_quantity: packages } = price;
  if (!packages) return (unitAmount ?? 0) * quantity;
  const round = packages.round === 'up' ? Math.ceil : Math.floor;
  return (unitAmount ?? 0) * round(quantity / packages.divide_by);
}
