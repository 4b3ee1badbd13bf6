import generated from './generated/objects.json' with { type: 'json' };
import type { Schema, SchemaFile } from './schema';

const definitions = (generated as unknown as SchemaFile).$defs;

/** Follows a reference to its definition. */
export function resolve(schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const found = definitions[schema.$ref.slice('#/$defs/'.length)];
  if (!found) throw new Error(`No definition for ${schema.$ref}.`);
  return found;
}

/** Definitions by the value of the `object` field; deleted objects have their own. */
const byObject = new Map<string, Schema>();
for (const schema of Object.values(definitions)) {
  const name = schema.properties?.['object']?.const;
  const deleted = schema.properties?.['deleted'] !== undefined;
  if (typeof name === 'string') byObject.set(deleted ? `deleted ${name}` : name, schema);
}

/** The schema of a Stripe object, by its `object` field. */
export function schemaOfObject(object: Record<string, unknown>): Schema | undefined {
  const name = String(object['object']);
  return byObject.get(object['deleted'] === true ? `deleted ${name}` : name);
}
