import { getSessionRecord } from '../engine/checkout/get-session-record';
import { listSessionLines } from '../engine/checkout/sessions';
import type { Engine } from '../engine/engine.types';
import { findObject } from '../engine/find';
import { refundsOfCharge } from '../engine/payment/refunds';
import { paymentsOfInvoice } from '../engine/invoice/invoices';
import { invalidRequest } from '../engine/stripe-error';
import { resolve, schemaOfObject } from '../schema/object-schemas';
import type { Schema } from '../schema/schema';

type Shown = Record<string, unknown>;

const DEEPEST = 4;

/** Fields that exist only when expanded, by object and path. */
const INCLUDABLE: Record<string, (engine: Engine, id: string) => unknown> = {
  'charge refunds': refundsOfCharge,
  'checkout.session line_items': (engine, id) => listSessionLines(engine, id),
  'checkout.session shipping_cost.taxes': (engine, id) =>
    getSessionRecord(engine, id).shippingTaxes,
  'checkout.session total_details.breakdown': (engine, id) =>
    getSessionRecord(engine, id).breakdown,
  'invoice payments': paymentsOfInvoice,
  'item discounts': (engine, id) => lineBreakdown(engine, id)?.discounts,
  'item taxes': (engine, id) => lineBreakdown(engine, id)?.taxes,
};

/**
 * `answer`, or a copy of it with the fields at `paths` expanded: ids become objects, and fields that are left out
 * by default are added. The SDK's types say what can be expanded. Throws Stripe's error for anything else.
 */
export function expand(engine: Engine, answer: object, paths: string[]): object {
  if (paths.length === 0) return answer;
  const copy = structuredClone(answer) as Shown;
  paths.forEach((path) => {
    const names = path.split('.');
    if (names.length > DEEPEST) {
      throw invalidRequest(
        `You cannot expand more than ${DEEPEST} levels of a property. The property \`${path}\` has ${names.length} levels.`,
        { param: 'expand' },
      );
    }
    expandAt(engine, copy, schemaOfObject(copy), names, { path, owner: copy, within: '' });
  });
  return copy;
}

/** The position of an expansion: the current object, and the path inside it. */
interface Place {
  path: string;
  owner: Shown;
  within: string;
}

function expandAt(
  engine: Engine,
  holder: Shown,
  schema: Schema | undefined,
  [name = '', ...rest]: string[],
  place: Place,
): void {
  const field = schema ? schema.properties?.[name] : undefined;
  if (schema && !field) throw notExpandable(place.path);
  let value = holder[name];
  const include = INCLUDABLE[`${String(place.owner['object'])} ${place.within}${name}`];
  if (include && value === undefined) {
    value = structuredClone(include(engine, String(place.owner['id'])));
    holder[name] = value;
  } else if (field && rest.length === 0 && !leadsToObject(field)) {
    throw notExpandable(place.path);
  }
  if (typeof value === 'string') {
    const found = findObject(engine, value);
    if (!found) return;
    value = structuredClone(found);
    holder[name] = value;
  }
  if (Array.isArray(value) && rest.length === 0) {
    holder[name] = value.map((item: unknown) =>
      typeof item === 'string' ? structuredClone(findObject(engine, item) ?? item) : item,
    );
  }
  if (rest.length === 0 || value === null || value === undefined) return;
  const inside = field && partWithFields(field);
  for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
    if (typeof item !== 'object' || item === null) continue;
    const shown = item as Shown;
    const own = schemaOfObject(shown);
    expandAt(engine, shown, own ?? inside, rest, {
      path: place.path,
      ...(own || shown['object'] === 'list'
        ? { owner: shown, within: '' }
        : { owner: place.owner, within: `${place.within}${name}.` }),
    });
  }
}

function lineBreakdown(engine: Engine, id: string) {
  for (const { lineItems, lineBreakdowns } of engine.store.sessions.newestFirst()) {
    const index = lineItems.findIndex((line) => line.id === id);
    if (index >= 0) return lineBreakdowns[index];
  }
  return undefined;
}

/** Whether the field is an expandable id, or a list or object that contains one. */
function leadsToObject(field: Schema): boolean {
  if (field.$ref) return true;
  if (field.items) return leadsToObject(field.items);
  if (field.anyOf) return field.anyOf.some(leadsToObject);
  return field.properties?.['data'] !== undefined;
}

function partWithFields(field: Schema): Schema | undefined {
  const options = [field, ...(field.anyOf ?? [])].flatMap((option) => [
    option,
    option.items ?? {},
    ...(option.items?.anyOf ?? []),
  ]);
  return options.map(resolve).find((option) => option.properties);
}

function notExpandable(path: string) {
  return invalidRequest(`This property cannot be expanded (${path}).`, { param: 'expand' });
}
