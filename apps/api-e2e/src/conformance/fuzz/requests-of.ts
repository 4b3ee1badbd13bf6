import fc from 'fast-check';
import type { Operation, Parameter } from '../api-document';
import type { Request } from '../conformance-shop';
import { almost, valuesOf } from './values-of';
import type { KnownValues } from './values-of';

/** Headers that the document does not name. Their values are printable, as HTTP requires. */
const STRAY_HEADERS: Record<string, readonly string[]> = {
  origin: ['http://localhost:4200', 'https://elsewhere.example', 'null', ''],
  cookie: ['browser=%zz', `browser=${'a'.repeat(43)}`, 'browser', '=;;=', '__proto__=1'],
  'accept-language': ['de', '*', 'x-klingon;q=nan', 'a'.repeat(500)],
  accept: ['text/html', 'application/xml', ''],
  'content-encoding': ['gzip', 'br', 'identity', 'rot13'],
  'content-type': [
    'application/json; charset=utf-8',
    'application/json; charset=klingon',
    'application/JSON',
    'text/plain',
    'application/x-www-form-urlencoded',
    '',
  ],
  'sec-fetch-site': ['same-origin', 'same-site', 'cross-site', 'none'],
};

/** Valid and invalid requests of one operation, made from the document. */
export function requestsOf(operation: Operation, known: KnownValues): fc.Arbitrary<Request> {
  const of = (place: Parameter['in']) => operation.parameters.filter((one) => one.in === place);
  return fc
    .record({
      query: queriesOf(of('query'), known),
      own: headersOf(of('header'), known),
      stray: fc.oneof(fc.constant({}), strayHeaders, cookiesOf(known)),
      body: operation.method === 'GET' ? junkBodies : bodiesOf(operation, known),
      params: paramsOf(of('path'), known),
      key: operation.needsKey ? keysOf(known) : fc.constant({}),
    })
    .map(({ query, own, stray, body, params, key }) => ({
      params,
      query,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...own,
        ...key,
        ...stray,
      },
      body,
    }));
}

function paramsOf(parameters: Parameter[], known: KnownValues) {
  const values = parameters.map(({ name, schema }) => {
    const value = fc.oneof(
      { weight: 6, arbitrary: valuesOf(schema, known, name).map(String) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }) },
    );
    // What a path cannot hold is another path.
    return [name, value.filter((text) => !/^\.{1,2}$|^$/.test(text))] as const;
  });
  return fc.record(Object.fromEntries(values)) as fc.Arbitrary<Record<string, string>>;
}

/** Mostly a key that opens. */
const keysOf = ({ authorization = [] }: KnownValues): fc.Arbitrary<Record<string, string>> =>
  fc.oneof(
    {
      weight: 9,
      arbitrary: fc.constantFrom(...authorization).map((key) => ({ authorization: String(key) })),
    },
    { weight: 1, arbitrary: fc.constantFrom({}, { authorization: 'Bearer no' }) },
  );

function queriesOf(parameters: Parameter[], known: KnownValues): fc.Arbitrary<string> {
  const pairs = parameters.map(({ name, schema }) => {
    const value = fc.oneof(
      { weight: 4, arbitrary: valuesOf(schema, known, name).map(String) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
    );
    const encoded = value.map((text) => `${name}=${encodeURIComponent(text)}`);
    return fc.oneof(
      { weight: 8, arbitrary: encoded },
      { weight: 1, arbitrary: fc.constantFrom('', name, `${name}[]=1`, `${name}=%zz`) },
      { weight: 1, arbitrary: fc.tuple(encoded, encoded).map((both) => both.join('&')) },
    );
  });
  const stray = fc.constantFrom('', '', '', 'debug=1', '__proto__[a]=1', '&&=&');
  return fc
    .tuple(...pairs, stray)
    .map((parts) => `?${parts.filter((part) => part !== '').join('&')}`);
}

/** A required header is mostly sent, and mostly valid. */
function headersOf(parameters: Parameter[], known: KnownValues) {
  const values = parameters.map(({ name, schema }) => {
    const value = fc.oneof(
      { weight: 6, arbitrary: valuesOf(schema, known, name).map(printable) },
      { weight: 1, arbitrary: fc.string({ maxLength: 100 }).map(printable) },
    );
    return [name.toLowerCase(), fc.option(value, { freq: 8, nil: undefined })] as const;
  });
  return fc.record(Object.fromEntries(values)).map(withoutMissing);
}

const strayHeaders = fc
  .uniqueArray(
    fc.oneof(
      ...Object.entries(STRAY_HEADERS).map(([name, values]) =>
        fc.tuple(fc.constant(name), fc.constantFrom(...values)),
      ),
    ),
    { selector: ([name]) => name, maxLength: 2 },
  )
  .map((pairs): Record<string, string> => Object.fromEntries(pairs));

/** A browser that has started a checkout: the document names no cookie. */
const cookiesOf = ({ cookie = [] }: KnownValues): fc.Arbitrary<Record<string, string>> =>
  fc.constantFrom(...cookie).map((value) => ({ cookie: String(value) }));

/** The documented body, the same with an error in it, any JSON, and text that is no JSON. */
function bodiesOf({ body }: Operation, known: KnownValues): fc.Arbitrary<string | undefined> {
  if (!body) return fc.oneof(knownBodies(known), junkBodies);
  const right = valuesOf(body, known);
  return fc.oneof(
    { weight: 4, arbitrary: right.map((value) => JSON.stringify(value)) },
    { weight: 3, arbitrary: almost(right).map((value) => JSON.stringify(value)) },
    { weight: 2, arbitrary: junkBodies },
  );
}

/** Bodies that the document does not describe: Stripe's events. */
function knownBodies({ body = [] }: KnownValues): fc.Arbitrary<string | undefined> {
  const bodies = fc.constantFrom(...body);
  return fc.oneof(bodies, almost(bodies)).map((value) => JSON.stringify(value));
}

const junkBodies: fc.Arbitrary<string | undefined> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(undefined) },
  { weight: 2, arbitrary: fc.json() },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);

/** Characters that HTTP allows in the value of a header. */
const printable = (value: unknown) => String(value).replace(/[^\x20-\x7e]/g, '?');

function withoutMissing(headers: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}
