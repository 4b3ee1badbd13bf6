import { invalidRequest, missingParam } from '../engine/stripe-error';
import generated from './generated/params.json' with { type: 'json' };
import type { Schema, SchemaFile } from './schema';

const definitions = (generated as unknown as SchemaFile).$defs;

/** The schema of a request's parameters, by the name of its type in the SDK. */
export function paramsSchema(name: string): Schema {
  const schema = definitions[name];
  if (!schema) throw new Error(`No schema for ${name}; is it in scripts/schema-roots.mjs?`);
  return schema;
}

/** Numbers that may have a fraction; all others in Stripe's API are integers. */
const FRACTIONAL = new Set(['percent_off', 'percentage', 'application_fee_percent']);

/**
 * Turns what came over the wire into typed parameters, or throws Stripe's error for the first thing that is wrong:
 * unknown names before missing ones, missing ones before wrong values. Form values are text, JSON values are typed.
 */
export function parseParams(schema: Schema, raw: object): object {
  const unknown = unknownParams(schema, raw, '');
  if (unknown.length > 0) {
    const [first = ''] = unknown;
    throw invalidRequest(
      unknown.length === 1
        ? `Received unknown parameter: ${first}`
        : `Received unknown parameters: ${unknown.join(', ')}`,
      { code: 'parameter_unknown', param: first },
    );
  }
  return parse(schema, raw, '') as object;
}

const nested = (path: string, name: string | number) => (path ? `${path}[${name}]` : String(name));

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function unknownParams(schema: Schema, raw: unknown, path: string): string[] {
  if (!isObject(raw)) return [];
  const shape = schema.anyOf?.find((option) => option.properties ?? option.items) ?? schema;
  if (shape.items) {
    return Object.entries(raw).flatMap(([index, value]) =>
      unknownParams(shape.items ?? {}, value, nested(path, index)),
    );
  }
  if (!shape.properties) return [];
  return Object.entries(raw).flatMap(([name, value]) => {
    const known = Object.hasOwn(shape.properties ?? {}, name) && shape.properties?.[name];
    return known ? unknownParams(known, value, nested(path, name)) : [nested(path, name)];
  });
}

function parse(schema: Schema, raw: unknown, path: string): unknown {
  if (schema.anyOf) return parseAny(schema.anyOf, raw, path);
  if (schema.const !== undefined) return parseChoice([schema.const], raw, path);
  if (schema.enum) return parseChoice(schema.enum, raw, path);
  switch (schema.type) {
    case 'string':
      return parseString(raw, path);
    case 'number':
      return parseNumber(raw, path);
    case 'boolean':
      return parseBoolean(raw, path);
    case 'array':
      return parseArray(schema.items ?? {}, raw, path);
    case 'object':
      return parseObject(schema, raw, path);
    default:
      return raw;
  }
}

function parseAny(options: Schema[], raw: unknown, path: string): unknown {
  const emptied = raw === '' || raw === null;
  if (emptied && options.some((option) => option.type === 'null' || option.enum?.includes(''))) {
    return '';
  }
  const fitting = options.filter((option) => {
    if (option.type === 'null') return false;
    const compound = option.type === 'object' || option.type === 'array';
    return compound === isObject(raw);
  });
  let problem: unknown;
  for (const option of fitting.length > 0 ? fitting : options) {
    try {
      return parse(option, raw, path);
    } catch (error) {
      problem ??= error;
    }
  }
  throw problem;
}

function parseChoice(choices: (string | number | boolean)[], raw: unknown, path: string): unknown {
  const found = choices.find((choice) => choice !== '' && String(choice) === String(raw));
  if (found !== undefined && !isObject(raw)) return found;
  if (raw === '') throw emptyValue(path);
  const names = choices.filter((choice) => choice !== '').map(String);
  const listed =
    names.length > 1 ? `one of ${names.slice(0, -1).join(', ')}, or ${names.at(-1)}` : names[0];
  throw invalidRequest(`Invalid ${path}: must be ${listed}`, { param: path });
}

function parseString(raw: unknown, path: string): string {
  if (typeof raw !== 'string')
    throw invalidRequest(`Invalid string: ${shown(raw)}`, { param: path });
  if (raw === '') throw emptyValue(path);
  return withoutNul(raw, path);
}

function withoutNul(text: string, path: string): string {
  if (text.includes('\0')) throw invalidRequest('Invalid string: NUL byte', { param: path });
  return text;
}

function parseNumber(raw: unknown, path: string): number {
  const fractional = FRACTIONAL.has(path.replace(/^.*\[/, '').replace(']', ''));
  const text = typeof raw === 'number' ? String(raw) : raw;
  const shape = fractional ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
  if (typeof text !== 'string' || !shape.test(text) || Math.abs(Number(text)) > 2 ** 53 - 1) {
    throw invalidRequest(`Invalid ${fractional ? 'decimal' : 'integer'}: ${shown(raw)}`, {
      code: 'parameter_invalid_integer',
      param: path,
    });
  }
  return Number(text);
}

function parseBoolean(raw: unknown, path: string): boolean {
  // Stripe's Python library sends True and False.
  if (raw === true || raw === 'true' || raw === 'True') return true;
  if (raw === false || raw === 'false' || raw === 'False') return false;
  throw invalidRequest(`Invalid boolean: ${shown(raw)}`, { param: path });
}

function parseArray(items: Schema, raw: unknown, path: string): unknown[] {
  // A form has no arrays: they come as objects whose keys are positions.
  const entries = isObject(raw) ? Object.entries(raw) : [];
  if (!isObject(raw) || entries.some(([key]) => !/^\d+$/.test(key))) {
    throw invalidRequest('Invalid array', { param: path });
  }
  return entries
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([key, value]) => parse(items, value, nested(path, key)));
}

function parseObject(schema: Schema, raw: unknown, path: string): object {
  if (!isObject(raw) || Array.isArray(raw)) {
    throw invalidRequest('Invalid object', { param: path });
  }
  const missing = schema.required?.find((name) => !Object.hasOwn(raw, name));
  if (missing !== undefined) throw missingParam(nested(path, missing));
  const values = schema.additionalProperties;
  return Object.fromEntries(
    Object.entries(raw).map(([name, value]) => [
      name,
      parse(
        schema.properties?.[name] ?? (values || {}),
        value,
        nested(path, withoutNul(name, path)),
      ),
    ]),
  );
}

function emptyValue(path: string) {
  return invalidRequest(
    `You passed an empty string for '${path}'. We assume empty values are an attempt to unset a parameter; however '${path}' cannot be unset. You should remove '${path}' from your request or supply a non-empty value.`,
    { code: 'parameter_invalid_empty', param: path },
  );
}

function shown(raw: unknown): string {
  return (isObject(raw) ? JSON.stringify(raw) : String(raw)).slice(0, 100);
}
