import { resolve, schemaOfObject } from './object-schemas';
import type { Schema } from './schema';

type Shown = Record<string, unknown>;

/**
 * What is wrong with an answer, measured by the SDK's types: required fields that are missing, fields that do not
 * exist, values of another type. An empty list means that it has the right shape, all the way down.
 */
export function shapeProblems(answer: object): string[] {
  const shown = answer as Shown;
  if (Array.isArray(shown['data']) && (shown['object'] === 'list' || 'next_page_url' in shown)) {
    return (shown['data'] as object[]).flatMap(shapeProblems);
  }
  const name = String(shown['object']);
  const schema = schemaOfObject(shown);
  if (!schema) return [`no schema for an object of kind ${name}`];
  const problems = check(schema, shown, name, name.startsWith('v2.'));
  if (name === 'event') {
    const { object } = shown['data'] as { object: object };
    problems.push(...shapeProblems(object).map((problem) => `event data: ${problem}`));
  }
  return problems;
}

function check(given: Schema, value: unknown, path: string, v2: boolean): string[] {
  const schema = resolve(given);
  if (schema.anyOf) return checkAny(schema.anyOf, value, path, v2);
  if (schema.const !== undefined) {
    return value === schema.const ? [] : [`${path} is ${show(value)}, not ${show(schema.const)}`];
  }
  if (schema.enum) {
    return schema.enum.includes(value as string)
      ? []
      : [`${path} is ${show(value)}, not one of ${schema.enum.length} known values`];
  }
  if (schema.type === undefined) return [];
  const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  if (type !== schema.type) return [`${path} is ${type}, not ${schema.type}`];
  if (schema.type === 'array') {
    const { items } = schema;
    if (!items) return [];
    return (value as unknown[]).flatMap((item, index) =>
      check(items, item, `${path}[${index}]`, v2),
    );
  }
  return schema.type === 'object' ? checkObject(schema, value as Shown, path, v2) : [];
}

function checkAny(options: Schema[], value: unknown, path: string, v2: boolean): string[] {
  let closest: string[] | undefined;
  for (const option of options) {
    const problems = check(option, value, path, v2);
    if (problems.length === 0) return [];
    // Report the alternative that matched furthest: an alternative of the wrong type fails at the path itself.
    if (!closest || problems.every((problem) => !problem.startsWith(`${path} is`)))
      closest = problems;
  }
  return closest ?? [];
}

function checkObject(schema: Schema, value: Shown, path: string, v2: boolean): string[] {
  const problems = (schema.required ?? [])
    .filter((name) => !Object.hasOwn(value, name))
    .map((name) => `${path}.${name} is missing`);
  for (const [name, item] of Object.entries(value)) {
    const known = schema.properties?.[name] ?? (schema.additionalProperties || undefined);
    if (item === undefined) continue;
    if (!known) {
      // An interface without fields allows any content.
      if (schema.properties) problems.push(`${path}.${name} does not exist`);
    } else if (!(v2 && item === null && !schema.required?.includes(name))) {
      // Version 2 answers null for what the types call optional.
      problems.push(...check(known, item, `${path}.${name}`, v2));
    }
  }
  return problems;
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? 'undefined';
}
