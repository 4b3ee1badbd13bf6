/**
 * Turns the types of the installed `stripe` package into JSON Schemas: `objects.json` for what the server answers,
 * `params.json` for what it is sent, `routes.json` with the requests that exist. Run after every change of the package's version:
 *
 *   node apps/stripe-sandbox/scripts/generate-schemas.mjs
 *
 * With `--check` it writes nothing and fails when the committed files are not what it would write.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as prettier from 'prettier';
import ts from 'typescript';
import { OBJECTS, PARAMS, SHAPED_OBJECTS } from './schema-roots.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const generated = join(here, '../src/schema/generated');
const entry = join(here, '../src/schema/generated/entry.ts');

const alias = (name) => `T_${name.replaceAll('.', '_')}`;
const source = [
  `import type Stripe from 'stripe';`,
  ...[...OBJECTS, ...PARAMS].map((name) => `export type ${alias(name)} = Stripe.${name};`),
  ...Object.entries(SHAPED_OBJECTS).map(([name, type]) => `export type ${alias(name)} = ${type};`),
].join('\n');

const options = {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  target: ts.ScriptTarget.ES2023,
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  types: ['node'],
};
const host = ts.createCompilerHost(options);
const { fileExists, readFile, getSourceFile } = host;
host.fileExists = (file) => file === entry || fileExists(file);
host.readFile = (file) => (file === entry ? source : readFile(file));
host.getSourceFile = (file, ...rest) =>
  file === entry
    ? ts.createSourceFile(file, source, options.target, true)
    : getSourceFile(file, ...rest);
const program = ts.createProgram([entry], options, host);
const checker = program.getTypeChecker();
const roots = new Map(
  checker
    .getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(entry)))
    .map((symbol) => [symbol.name, checker.getDeclaredTypeOfSymbol(symbol)]),
);

function rootType(name) {
  const type = roots.get(alias(name));
  if (!type || type.flags & ts.TypeFlags.Any) throw new Error(`The SDK has no type ${name}.`);
  return type;
}

/** Declared names of the types that get a definition of their own, so that they can refer to each other. */
const definitionOf = new Map(OBJECTS.map((name) => [rootType(name).symbol, name]));

const isOtherString = (type) =>
  type.isIntersection() && type.types.some((part) => part.flags & ts.TypeFlags.String);

/** A Stripe object in its own right: it has an `object` literal, and so is either served or never sent expanded. */
function isResource(type) {
  const object = type.getProperty?.('object');
  if (!object) return false;
  const value = checker.getTypeOfSymbol(object);
  return value.isStringLiteral() && value.value !== 'list' && value.value !== 'search_result';
}

function schemaOf(type, mode, path) {
  if (path.length > 40) throw new Error(`Too deep: ${path.join('.')}`);
  if (type.symbol?.name === 'DecimalImpl' || type.aliasSymbol?.name === 'Decimal') {
    return { type: 'string', format: 'decimal' };
  }
  if (type.flags & ts.TypeFlags.Unknown) return {};
  if (type.isUnion()) return unionOf(type, mode, path);
  if (isOtherString(type)) {
    if (type.types.some((part) => part.getProperties().some((p) => p.name === '__brand'))) {
      return { type: 'string', format: 'decimal' };
    }
    return { type: 'string' };
  }
  if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value };
  if (type.flags & ts.TypeFlags.BooleanLiteral) return { const: type.intrinsicName === 'true' };
  if (type.flags & ts.TypeFlags.String) return { type: 'string' };
  if (type.flags & ts.TypeFlags.Number) return { type: 'number' };
  if (type.flags & ts.TypeFlags.Boolean) return { type: 'boolean' };
  if (type.flags & ts.TypeFlags.Null) return { type: 'null' };
  if (checker.isArrayType(type)) {
    return {
      type: 'array',
      items: schemaOf(checker.getTypeArguments(type)[0], mode, [...path, '[]']),
    };
  }
  if (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))
    return objectOf(type, mode, path);
  throw new Error(`Cannot express ${checker.typeToString(type)} at ${path.join('.')}`);
}

function unionOf(type, mode, path) {
  const parts = type.types.filter((part) => !(part.flags & ts.TypeFlags.Undefined));
  const literals = parts
    .filter((part) => part.isStringLiteral() || part.isNumberLiteral())
    .map((part) => part.value);
  const schemas = [];
  // An open enum lists the members that existed when the SDK was released, and `OtherString` for later ones.
  if (literals.length > 0) schemas.push({ enum: literals.sort() });
  const booleans = parts.filter((part) => part.flags & ts.TypeFlags.BooleanLiteral);
  if (booleans.length === 2) schemas.push({ type: 'boolean' });
  else if (booleans.length === 1) schemas.push(schemaOf(booleans[0], mode, path));
  for (const part of parts) {
    if (part.isStringLiteral() || part.isNumberLiteral()) continue;
    if (part.flags & ts.TypeFlags.BooleanLiteral) continue;
    if (isOtherString(part) && literals.some((literal) => literal !== '')) continue;
    const schema = schemaOf(part, mode, path);
    if (schema !== undefined) schemas.push(schema);
  }
  const unique = [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()];
  if (unique.length === 0) return undefined;
  return unique.length === 1 ? unique[0] : { anyOf: unique };
}

function objectOf(type, mode, path) {
  if (mode === 'object' && path.length > 0) {
    const name = definitionOf.get(type.symbol);
    if (name) return { $ref: `#/$defs/${name}` };
    // A resource that is not among the served ones is only ever referred to by its id.
    if (isResource(type)) return undefined;
  }
  const index = type.getStringIndexType?.();
  if (index) {
    return { type: 'object', additionalProperties: schemaOf(index, mode, [...path, '{}']) };
  }
  const properties = {};
  const required = [];
  for (const property of checker.getPropertiesOfType(type)) {
    const optional = Boolean(property.flags & ts.SymbolFlags.Optional);
    const value = checker.getTypeOfSymbol(property);
    // `deleted?: void` marks objects that are not deleted: the field is not there.
    if (value.flags & ts.TypeFlags.Void || property.name === 'lastResponse') continue;
    if (value.isUnion() && value.types.some((part) => part.flags & ts.TypeFlags.Void)) continue;
    // Methods of event notifications are the SDK's, not the wire's.
    if (value.getCallSignatures().length > 0) continue;
    const schema = schemaOf(value, mode, [...path, property.name]);
    if (schema === undefined) {
      if (optional) continue;
      throw new Error(`${[...path, property.name].join('.')} needs an object that is not served.`);
    }
    properties[property.name] = schema;
    if (!optional) required.push(property.name);
  }
  // An interface without fields stands for "some object", as an event's `data.object` does.
  if (Object.keys(properties).length === 0 && mode === 'object') return { type: 'object' };
  return { type: 'object', properties, required, additionalProperties: false };
}

/** "GET /v1/payouts/{}" of every request the SDK can make; paths that take an id have {}. */
function stripeRoutes() {
  const resources = join(here, '../../../node_modules/stripe/esm/resources');
  const sources = readdirSync(resources, { recursive: true })
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(resources, name), 'utf8'));
  const call = /_makeRequest\('(GET|POST|DELETE)', (?:'([^']+)'|`([^`]+)`)/g;
  const routes = sources.flatMap((source) =>
    [...source.matchAll(call)].map(
      ([, method, plain, template]) =>
        `${method} ${(plain ?? template).replaceAll(/\$\{[^}]+\}/g, '{}')}`,
    ),
  );
  if (routes.length < 300) throw new Error('The requests of the SDK were not found.');
  return [...new Set(routes)].sort();
}

const version = JSON.parse(
  readFileSync(join(here, '../../../node_modules/stripe/package.json'), 'utf8'),
).version;
const apiVersion = /ApiVersion = '([^']+)'/.exec(
  readFileSync(join(here, '../../../node_modules/stripe/esm/apiVersion.js'), 'utf8'),
)[1];
const head = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $comment: `Generated from stripe ${version} (API ${apiVersion}) by scripts/generate-schemas.mjs.`,
};
const define = (names, mode) =>
  Object.fromEntries(names.map((name) => [name, schemaOf(rootType(name), mode, [])]));

const files = {
  'objects.json': {
    ...head,
    $defs: define([...OBJECTS, ...Object.keys(SHAPED_OBJECTS)], 'object'),
  },
  'params.json': { ...head, $defs: define(PARAMS, 'params') },
  'api-version.json': { apiVersion },
  'routes.json': stripeRoutes(),
};
const outdated = [];
for (const [name, content] of Object.entries(files)) {
  const file = join(generated, name);
  if (process.argv.includes('--check')) {
    const written = JSON.parse(readFileSync(file, 'utf8'));
    if (JSON.stringify(written) !== JSON.stringify(content)) outdated.push(name);
    continue;
  }
  const config = await prettier.resolveConfig(file);
  writeFileSync(
    file,
    await prettier.format(JSON.stringify(content), { ...config, parser: 'json' }),
  );
}
for (const name of outdated) {
  console.error(`${name} is not what the types of stripe ${version} give; run the generator.`);
}
process.exitCode = outdated.length > 0 ? 1 : 0;
