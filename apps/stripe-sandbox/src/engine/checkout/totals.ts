/** A tax on an amount: included in it, or added to it. */
export interface TaxShare {
  percentage: number;
  inclusive: boolean;
}

/** A discount: a percentage, or an amount in minor units; on all lines or on some products only. */
export interface DiscountShare {
  percentOff: number | null;
  amountOffMinor: number | null;
  productIds: readonly string[] | null;
}

export interface TotalsInput {
  lines: readonly { subtotalMinor: number; productId: string; taxes: readonly TaxShare[] }[];
  discount: DiscountShare | null;
  shipping: { amountMinor: number; taxes: readonly TaxShare[] } | null;
}

export interface TaxedAmount {
  discountMinor: number;
  /** The amount that is taxed. */
  taxableMinor: number;
  /** One for each tax, in the same order. */
  taxesMinor: number[];
  /** The amount to pay, taxes included. */
  totalMinor: number;
}

export interface Totals {
  lines: TaxedAmount[];
  shipping: TaxedAmount | null;
  subtotalMinor: number;
  discountMinor: number;
  taxMinor: number;
  totalMinor: number;
}

/**
 * What a shopper pays, in minor units. Discounts apply to the lines, never to shipping; taxes are computed on what is
 * left. A fixed discount is spread over the lines so that the parts add up to it exactly.
 */
export function computeTotals(input: TotalsInput): Totals {
  const discounts = discountPerLine(input);
  const lines = input.lines.map((line, index) =>
    taxed(line.subtotalMinor, discounts[index] ?? 0, line.taxes),
  );
  const shipping = input.shipping && taxed(input.shipping.amountMinor, 0, input.shipping.taxes);
  const all = shipping ? [...lines, shipping] : lines;
  return {
    lines,
    shipping,
    subtotalMinor: sum(input.lines.map((line) => line.subtotalMinor)),
    discountMinor: sum(discounts),
    taxMinor: sum(all.flatMap((part) => part.taxesMinor)),
    totalMinor: sum(all.map((part) => part.totalMinor)),
  };
}

/** What is paid of one amount, after its discount and with its taxes. */
export function taxed(
  amountMinor: number,
  discountMinor: number,
  taxes: readonly TaxShare[],
): TaxedAmount {
  const netMinor = amountMinor - discountMinor;
  const includedPercent = sum(taxes.filter((tax) => tax.inclusive).map((tax) => tax.percentage));
  const exactTaxable = (netMinor * 100) / (100 + includedPercent);
  const taxesMinor = taxes.map((tax) => Math.round((exactTaxable * tax.percentage) / 100));
  const inside = taxes.map((tax, index) => (tax.inclusive ? (taxesMinor[index] ?? 0) : 0));
  const taxableMinor = netMinor - sum(inside);
  const onTop = taxes.map((tax, index) => (tax.inclusive ? 0 : (taxesMinor[index] ?? 0)));
  return { discountMinor, taxableMinor, taxesMinor, totalMinor: netMinor + sum(onTop) };
}

function discountPerLine({ lines, discount }: TotalsInput): number[] {
  if (!discount) return lines.map(() => 0);
  const eligible = lines.map((line) =>
    !discount.productIds || discount.productIds.includes(line.productId) ? line.subtotalMinor : 0,
  );
  if (discount.percentOff !== null) {
    const percent = discount.percentOff;
    return eligible.map((amount) => Math.round((amount * percent) / 100));
  }
  return spread(Math.min(discount.amountOffMinor ?? 0, sum(eligible)), eligible);
}

/** Splits an amount in proportion to weights. The parts are integers and add up to the amount. */
function spread(amountMinor: number, weights: number[]): number[] {
  let leftAmount = amountMinor;
  let leftWeight = sum(weights);
  return weights.map((weight) => {
    const part = leftWeight === 0 ? 0 : Math.round((leftAmount * weight) / leftWeight);
    leftAmount -= part;
    leftWeight -= weight;
    return part;
  });
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
