import fc from 'fast-check';
import { components } from '../api-document';
import type { JsonSchema } from '../api-document';

/** Values of this shop for names of properties and schemas in the document, so that some requests pass the first check. */
export type KnownValues = Record<string, readonly unknown[]>;

/** Values that a schema of the document allows. A property with known values mostly gets one of them. */
export function valuesOf(schema: JsonSchema, known: KnownValues, name = ''): fc.Arbitrary<unknown> {
  const own = known[name];
  const made = fromSchema(schema, known);
  return own?.length
    ? fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...own) }, { weight: 1, arbitrary: made })
    : made;
}

function fromSchema(schema: JsonSchema, known: KnownValues): fc.Arbitrary<unknown> {
  if (schema.$ref) return valuesOf(resolve(schema.$ref), known, nameIn(schema.$ref));
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => valuesOf(one, known)));
  switch (schema.type) {
    case 'null':
      return fc.constant(null);
    case 'object':
      return objectsOf(schema, known);
    case 'array':
      return fc.array(valuesOf(schema.items ?? {}, known), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 5, 5),
      });
    case 'integer':
      return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 1000 });
    case 'string':
      return stringsOf(schema);
    default:
      throw new Error(`No values are made of ${JSON.stringify(schema)}.`);
  }
}

function objectsOf({ properties = {}, required = [] }: JsonSchema, known: KnownValues) {
  const values = Object.entries(properties).map(
    ([name, schema]) => [name, valuesOf(schema, known, name)] as const,
  );
  return fc.record(Object.fromEntries(values), { requiredKeys: required });
}

function stringsOf({ pattern, maxLength = 300 }: JsonSchema): fc.Arbitrary<string> {
  return pattern === undefined
    ? fc.string({ maxLength })
    : fc.stringMatching(new RegExp(pattern)).filter(({ length }) => length <= maxLength);
}

const nameIn = (ref: string) => ref.replace('#/components/schemas/', '');

function resolve(ref: string): JsonSchema {
  const schema = components.schemas[nameIn(ref)];
  if (!schema) throw new Error(`The document has no ${ref}.`);
  return schema;
}

/** The value with one part of it replaced or removed, or with a part added. */
export function almost(values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(values, fc.nat(), fc.jsonValue(), fc.constantFrom('replace', 'remove', 'add'))
    .map(([value, at, junk, how]) => {
      const places = placesIn(value);
      const place = places[at % places.length];
      if (!place) return junk;
      const copy = structuredClone(value);
      const path = place.slice(0, -1);
      const key = place.at(-1) as string;
      const holder = path.reduce(
        (part, step) => (part as Record<string, unknown>)[step],
        copy,
      ) as Record<string, unknown>;
      if (how === 'replace') holder[key] = junk;
      else if (how === 'add') holder[`${key}2`] = junk;
      else if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else delete holder[key];
      return copy;
    });
}

/** The paths to all parts of a value. */
function placesIn(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => [
    [key],
    ...placesIn(part).map((place) => [key, ...place]),
  ]);
}
