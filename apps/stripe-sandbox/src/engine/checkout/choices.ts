import { amountOf } from '../amount-of';
import type { Engine } from '../engine.types';
import { invalidRequest, StripeError, type StripeErrorBody } from '../stripe-error';
import { boundsOf } from './adjustable-quantity';
import { lineOfPrice } from './line-items';
import { priceSession } from './price-session';
import type { SessionRecord } from './session-record';
import { selectShipping } from './shipping';

/** What the shopper changes on the payment page before paying. What is left out stays as it is. */
export interface Choices {
  /** The id of one of the session's shipping options; any other id is ignored. */
  shippingRate?: string;
  /** Quantities by the id of a line item; an optional item that was added can be 0, which removes it. */
  quantities?: Readonly<Record<string, number>>;
  /** The prices of optional items to add. */
  add?: readonly string[];
  /** Where the goods or the invoice go: automatic tax depends on it. */
  country?: string;
}

/**
 * Applies the choices and computes the amounts again.
 * @returns why they cannot be; then nothing has changed
 */
export function makeChoices(
  engine: Engine,
  record: SessionRecord,
  choices: Choices,
): StripeErrorBody | undefined {
  const before = structuredClone({
    lineItems: record.lineItems,
    addedLines: record.addedLines ?? [],
    country: record.country ?? null,
    shippingCost: record.object.shipping_cost,
  });
  try {
    const changed = [
      selectShipping(record, choices.shippingRate ?? ''),
      ...(choices.add ?? []).map((price) => addOptional(engine, record, price)),
      ...Object.entries(choices.quantities ?? {}).map(([id, wanted]) =>
        setQuantity(record, id, wanted),
      ),
      setCountry(record, choices.country),
    ];
    if (changed.includes(true)) priceSession(engine, record);
    return undefined;
  } catch (error) {
    if (!(error instanceof StripeError)) throw error;
    const { shippingCost, ...own } = before;
    Object.assign(record, own);
    record.object.shipping_cost = shippingCost;
    priceSession(engine, record);
    return error.body;
  }
}

function addOptional(engine: Engine, record: SessionRecord, priceId: string): boolean {
  const offered = record.object.optional_items?.find(({ price }) => price === priceId);
  if (!offered || isAdded(record, priceId)) return false;
  const line = lineOfPrice(engine, priceId, offered.quantity);
  line.adjustable_quantity = offered.adjustable_quantity;
  record.lineItems.push(line);
  record.addedLines = [...(record.addedLines ?? []), line.id];
  return true;
}

/** Whether the shopper has added the optional item. */
export const isAdded = ({ lineItems, addedLines = [] }: SessionRecord, priceId: string) =>
  lineItems.some((line) => line.price?.id === priceId && addedLines.includes(line.id));

function setQuantity(record: SessionRecord, lineId: string, wanted: number): boolean {
  const line = record.lineItems.find(({ id }) => id === lineId);
  if (!line || line.quantity === wanted) return false;
  const isOptional = record.addedLines?.includes(lineId) ?? false;
  if (isOptional && wanted === 0) {
    record.lineItems = record.lineItems.filter(({ id }) => id !== lineId);
    record.addedLines = record.addedLines?.filter((id) => id !== lineId) ?? [];
    return true;
  }
  const { least, most } = boundsOf(line);
  const isFixed = !line.adjustable_quantity?.enabled;
  if (isFixed || !Number.isSafeInteger(wanted) || wanted < least || wanted > most) {
    throw invalidRequest(`The quantity must be between ${least} and ${most}.`, {
      param: 'quantity',
    });
  }
  line.quantity = wanted;
  line.amount_subtotal = line.price ? amountOf(line.price, wanted) : 0;
  return true;
}

function setCountry(record: SessionRecord, country: string | undefined): boolean {
  if (!country || !record.object.automatic_tax.enabled || record.country === country) return false;
  record.country = country;
  return true;
}
