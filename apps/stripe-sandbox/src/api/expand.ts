import { listSessionLines } from '../engine/checkout/sessions';
import type { Engine } from '../engine/engine';
import { findObject } from '../engine/find';
import { invalidRequest } from '../engine/stripe-error';
import { resolve, schemaOfObject } from '../schema/object-schemas';
import type { Schema } from '../schema/schema';

type Shown = Record<string, unknown>;

const DEEPEST = 4;

/** Fields that are only there when asked for. */
const INCLUDABLE: Record<string, (engine: Engine, id: string) => unknown> = {
  'checkout.session line_items': (engine, id) => listSessionLines(engine, id),
};

/**
 * A copy of `answer` with the fields at `paths` expanded: ids replaced by their objects, and fields that are left out
 * by default put in. What may be expanded follows from the SDK's types. Throws as Stripe does for anything else.
 */
export function expand(engine: Engine, answer: object, paths: string[]): object {
  const copy = structuredClone(answer) as Shown;
  paths.forEach((path) => {
    const names = path.split('.');
    if (names.length > DEEPEST) {
      throw invalidRequest(
        `You cannot expand more than ${DEEPEST} levels of a property. The property \`${path}\` has ${names.length} levels.`,
        { param: 'expand' },
      );
    }
    expandAt(engine, copy, schemaOf(copy), names, path);
  });
  return copy;
}

function expandAt(
  engine: Engine,
  holder: Shown,
  schema: Schema | undefined,
  [name = '', ...rest]: string[],
  path: string,
): void {
  const field = schema ? schema.properties?.[name] : undefined;
  if (schema && !field) throw notExpandable(path);
  let value = holder[name];
  const include = INCLUDABLE[`${String(holder['object'])} ${name}`];
  if (include && value === undefined) {
    value = structuredClone(include(engine, String(holder['id'])));
    holder[name] = value;
  } else if (field && rest.length === 0 && !leadsToObject(field)) {
    throw notExpandable(path);
  }
  if (typeof value === 'string') {
    const found = findObject(engine, value);
    if (!found) return;
    value = structuredClone(found);
    holder[name] = value;
  }
  if (rest.length === 0 || value === null || value === undefined) return;
  const inside = field && partWithFields(field);
  for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
    if (typeof item === 'object' && item !== null) {
      expandAt(engine, item as Shown, schemaOf(item as Shown) ?? inside, rest, path);
    }
  }
}

/** The schema of a Stripe object; a list has none, its items have. */
function schemaOf(value: Shown): Schema | undefined {
  return schemaOfObject(value);
}

/** Whether the field holds an id that stands for an object, or a list or part that does. */
function leadsToObject(field: Schema): boolean {
  if (field.$ref) return true;
  if (field.items) return leadsToObject(field.items);
  if (field.anyOf) return field.anyOf.some(leadsToObject);
  return field.properties?.['data'] !== undefined;
}

function partWithFields(field: Schema): Schema | undefined {
  const options = [field, ...(field.anyOf ?? []), field.items ?? {}, ...(field.items?.anyOf ?? [])];
  return options.map(resolve).find((option) => option.properties);
}

function notExpandable(path: string) {
  return invalidRequest(`This property cannot be expanded (${path}).`, { param: 'expand' });
}
