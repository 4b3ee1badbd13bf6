import type Stripe from 'stripe';
import type { Engine } from '../engine.types';
import { getCoupon } from '../promotion/coupons';
import { getShippingRate } from '../shipping-rates';
import { automaticTaxRate, getTaxRate } from '../tax-rates';
import { checkTotal } from './amount-limits';
import type { SessionRecord } from './session-record';
import { withTaxStatus } from './tax-location';
import { computeTotals, type TaxedAmount, type TaxShare } from './totals';

/** Computes all amounts of the session from its lines, discount and shipping. Throws for a total that Stripe refuses. */
export function priceSession(engine: Engine, record: SessionRecord): void {
  const { object, lineItems, params } = record;
  const lineRates = lineItems.map((line, index) => taxRatesOf(engine, record, line, index));
  const shippingRate = chosenShipping(engine, object);
  const shippingRates =
    shippingRate && object.automatic_tax.enabled
      ? [automaticTaxRate(engine, shippingRate.tax_behavior, record.country)]
      : [];
  const coupon = couponOf(engine, record);
  const totals = computeTotals({
    lines: lineItems.map((line, index) => ({
      subtotalMinor: line.amount_subtotal,
      productId: line.price?.product as string,
      taxes: lineRates[index] ?? [],
    })),
    discount: coupon && {
      percentOff: coupon.percent_off,
      amountOffMinor: coupon.amount_off,
      productIds: coupon.applies_to?.products ?? null,
    },
    shipping: shippingRate && {
      amountMinor: shippingRate.fixed_amount?.amount ?? 0,
      taxes: shippingRates,
    },
  });
  checkTotal(totals.totalMinor, object.currency ?? 'usd');

  lineItems.forEach((line, index) => {
    const priced = totals.lines[index];
    if (!priced) return;
    line.amount_discount = priced.discountMinor;
    line.amount_tax = priced.taxesMinor.reduce((sum, tax) => sum + tax, 0);
    line.amount_total = priced.totalMinor;
  });
  record.lineBreakdowns = lineItems.map((line, index) => ({
    discounts: record.discount ? [{ amount: line.amount_discount, discount: record.discount }] : [],
    taxes: taxBreakdown(totals.lines[index], lineRates[index] ?? []),
  }));
  record.shippingTaxes = taxBreakdown(totals.shipping ?? undefined, shippingRates);
  record.breakdown = {
    discounts: record.discount ? [{ amount: totals.discountMinor, discount: record.discount }] : [],
    taxes: mergeTaxes([
      ...record.lineBreakdowns.flatMap((line) => line.taxes),
      ...record.shippingTaxes,
    ]),
  };
  const shippingTax = totals.shipping?.taxesMinor.reduce((sum, tax) => sum + tax, 0) ?? 0;
  Object.assign(object, {
    amount_subtotal: totals.subtotalMinor,
    amount_total: totals.totalMinor,
    automatic_tax: withTaxStatus(object.automatic_tax, Boolean(record.country)),
    payment_status: totals.totalMinor === 0 ? 'no_payment_required' : 'unpaid',
    shipping_cost:
      shippingRate && totals.shipping
        ? {
            amount_subtotal: shippingRate.fixed_amount?.amount ?? 0,
            amount_tax: shippingTax,
            amount_total: totals.shipping.totalMinor,
            shipping_rate: shippingRate.id,
          }
        : null,
    total_details: {
      amount_discount: totals.discountMinor,
      amount_shipping: params.shipping_options ? (shippingRate?.fixed_amount?.amount ?? 0) : 0,
      amount_tax: totals.taxMinor,
    },
  } satisfies Partial<Stripe.Checkout.Session>);
  engine.store.sessions.put(object.id, record);
}

function chosenShipping(
  engine: Engine,
  object: Stripe.Checkout.Session,
): Stripe.ShippingRate | null {
  const chosen = object.shipping_cost?.shipping_rate ?? object.shipping_options[0]?.shipping_rate;
  return typeof chosen === 'string' ? getShippingRate(engine, chosen) : null;
}

function couponOf(engine: Engine, { discount }: SessionRecord): Stripe.Coupon | null {
  return discount ? getCoupon(engine, discount.source.coupon as string) : null;
}

function taxRatesOf(
  engine: Engine,
  record: SessionRecord,
  line: Stripe.LineItem,
  index: number,
): Stripe.TaxRate[] {
  if (record.object.automatic_tax.enabled) {
    return [automaticTaxRate(engine, line.price?.tax_behavior, record.country)];
  }
  const ids = record.params.line_items?.[index]?.tax_rates ?? [];
  return ids.map((id) => getTaxRate(engine, id, `line_items[${index}][tax_rates]`, 400));
}

function taxBreakdown(
  priced: TaxedAmount | undefined,
  rates: (Stripe.TaxRate & TaxShare)[],
): Stripe.LineItem.Tax[] {
  return rates.map((rate, index) => ({
    amount: priced?.taxesMinor[index] ?? 0,
    rate,
    taxability_reason: 'standard_rated',
    taxable_amount: priced?.taxableMinor ?? 0,
  }));
}

function mergeTaxes(taxes: Stripe.LineItem.Tax[]): Stripe.LineItem.Tax[] {
  const byRate = new Map<string, Stripe.LineItem.Tax>();
  for (const tax of taxes) {
    const known = byRate.get(tax.rate.id);
    byRate.set(
      tax.rate.id,
      known
        ? {
            ...known,
            amount: known.amount + tax.amount,
            taxable_amount: (known.taxable_amount ?? 0) + (tax.taxable_amount ?? 0),
          }
        : tax,
    );
  }
  return [...byRate.values()];
}
