import type { Engine } from '../engine/engine.types';
import { paramsSchema } from '../schema/params';
import type { Schema } from '../schema/schema';

/** One operation of Stripe's API: its parameters and its code. */
export interface Route {
  method: 'GET' | 'POST' | 'DELETE';
  /** With `:id` for an id. */
  path: string;
  /**
   * The name of its parameters' type in the SDK, against which their names and types are checked; or their schema,
   * for a request that the SDK does not know.
   */
  params: string | Schema;
  /** Parameters of older API versions that older libraries and the Stripe CLI still send. */
  legacy?: Record<string, Schema>;
  /**
   * Which of the parameters do what Stripe says, as "name" or "name.part" ("[]" for any element); a name stands for
   * its parts too unless some are listed. All other parameters are refused by name: nothing is ignored silently.
   */
  supports: readonly string[];
  /** Texts that '' and null unset, although the SDK's type does not say so. */
  unsettable?: readonly string[];
  /** The SDK has no type for the answer. */
  untyped?: boolean;
  run(engine: Engine, id: string, params: never): object;
}

/** Type-checks a route's parts against each other, and erases the type of its parameters. */
export function route<Params>(
  definition: Omit<Route, 'run'> & {
    run(engine: Engine, id: string, params: Params): object;
  },
): Route {
  return definition;
}

export const LIST_PARAMS = ['limit', 'starting_after', 'ending_before', 'expand'];

/** `GET …/:id`: one object, expandable. */
export function retrieveRoute(
  path: string,
  params: string,
  retrieve: (engine: Engine, id: string) => object,
): Route {
  return {
    method: 'GET',
    path,
    params,
    supports: ['expand'],
    run: (engine, id) => retrieve(engine, id),
  };
}

/** `GET …`: a page of objects, with cursors and the named filters. */
export function listRoute<Params>(
  path: string,
  params: string,
  filters: readonly string[],
  list: (engine: Engine, params: Params) => object,
): Route {
  return route<Params>({
    method: 'GET',
    path,
    params,
    supports: [...LIST_PARAMS, ...filters],
    run: (engine, _id, given) => list(engine, given),
  });
}

const schemas = new WeakMap<Route, Schema>();

/** The schema of a route's parameters, older ones included. */
export function schemaOfRoute(given: Route): Schema {
  let schema = schemas.get(given);
  if (!schema) {
    schema = typeof given.params === 'string' ? paramsSchema(given.params) : given.params;
    for (const [name, added] of Object.entries(given.legacy ?? {})) {
      schema = withParam(schema, name.split('.'), added);
    }
    for (const name of given.unsettable ?? []) {
      const known = schema.properties?.[name] ?? {};
      schema = withParam(schema, [name], { anyOf: [{ enum: [''] }, known] });
    }
    schemas.set(given, schema);
  }
  return schema;
}

/** The schema with one parameter more; "line_items[].name" goes into the elements of `line_items`. */
function withParam(schema: Schema, [name = '', ...rest]: string[], added: Schema): Schema {
  if (schema.anyOf) {
    const inside = (option: Schema) =>
      option.properties ? withParam(option, [name, ...rest], added) : option;
    return { ...schema, anyOf: schema.anyOf.map(inside) };
  }
  const isList = name.endsWith('[]');
  const key = isList ? name.slice(0, -2) : name;
  const known = schema.properties?.[key] ?? {};
  const next =
    rest.length === 0
      ? added
      : isList
        ? { ...known, items: withParam(known.items ?? {}, rest, added) }
        : withParam(known, rest, added);
  return { ...schema, properties: { ...schema.properties, [key]: next } };
}
