import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readImports, readsEnvironment, repositoryAliases } from '../testing/read-imports';
import type { Aliases } from '../testing/read-imports';

const SRC = 'apps/api/src';

/** Any room of the order, and the module that puts them together. */
const ANY_OF_ORDER = [
  'order/order.module',
  'order/subscription',
  'order/find',
  'order/withdrawal',
  'order/change',
  'order/confirmation',
  'order/review',
  'order/privacy',
  'order/reconciliation',
  'order/shipment',
  'order/sync',
  'order/adoption',
  'order',
  'order/fulfilment',
  'order/inventory',
  'order/link',
  'order/facts',
] as const;

/**
 * Who may import whom, from the top to the bottom. A place may import itself, what stands in its row, and everything in
 * `below`: config, database, http, jobs, metrics and the like. `order` means the files in order/ itself; `Stripe` means
 * the SDK and our client of it.
 */
const MAY_IMPORT: Record<string, readonly string[]> = {
  // Starts the API. Nothing but the command line may import it. Where it has the database for itself, it runs commands.
  start: [
    'cli',
    'checkout',
    'webhook',
    'staff',
    'stripe-endpoint',
    'housekeeping',
    'order/order.module',
    'Stripe',
  ],

  // The modules.
  cli: [
    'start',
    'checkout',
    'checkout/catalog',
    'webhook',
    'staff',
    'stripe-endpoint',
    'shop-check',
    ...ANY_OF_ORDER,
    'Stripe',
  ],
  'shop-check': [
    'checkout',
    'checkout/catalog',
    'stripe-endpoint',
    'order/fulfilment',
    'order/inventory',
    'Stripe',
  ],
  checkout: ['checkout/catalog', ...ANY_OF_ORDER, 'Stripe'],
  'checkout/catalog': [...ANY_OF_ORDER, 'Stripe'],
  webhook: [...ANY_OF_ORDER, 'Stripe'],
  staff: [
    'webhook',
    'stripe-endpoint',
    'order/order.module',
    'order/change',
    'order/confirmation',
    'order/shipment',
    'order/fulfilment',
    'order/reconciliation',
    'order/review',
    'order/sync',
    'order/withdrawal',
    'order/facts',
    'Stripe',
  ],
  housekeeping: [
    'order/order.module',
    'order/reconciliation',
    'order/confirmation',
    'order/fulfilment',
  ],
  'stripe-endpoint': [
    'webhook',
    'order/order.module',
    'order/reconciliation',
    'order/sync',
    'Stripe',
  ],

  // The rooms of the order.
  'order/order.module': [...ANY_OF_ORDER],
  'order/subscription': ['order/confirmation', 'order', 'Stripe'],
  'order/find': ['order', 'order/fulfilment', 'order/link'],
  'order/withdrawal': ['order', 'order/fulfilment', 'order/facts', 'order/link'],
  'order/change': [
    'order/confirmation',
    'order/sync',
    'order',
    'order/fulfilment',
    'order/facts',
    'Stripe',
  ],
  'order/confirmation': [
    'order/sync',
    'order',
    'order/fulfilment',
    'order/inventory',
    'order/facts',
    'order/link',
  ],
  'order/review': ['order/sync', 'order', 'order/facts', 'Stripe'],
  'order/privacy': ['order', 'order/withdrawal', 'order/fulfilment', 'order/facts', 'order/link'],
  'order/reconciliation': ['order/sync', 'order', 'order/fulfilment', 'order/facts', 'Stripe'],
  'order/shipment': ['order', 'order/fulfilment', 'order/facts'],
  'order/sync': ['order/adoption', 'order', 'order/inventory', 'order/facts', 'Stripe'],
  'order/adoption': ['order', 'order/inventory', 'Stripe'],
  order: ['order/fulfilment', 'order/inventory', 'order/facts'],
  'order/fulfilment': ['order/facts', 'order/link'],
  'order/link': [],
  'order/inventory': [],
  'order/facts': [],

  // Everything that knows no module.
  below: ['Stripe'],
  Stripe: [],
};

/** A scrape of the metrics asks how many orders are under review, and how many steps have lost their job. */
const EXCEPTIONS: Record<string, readonly string[]> = {
  [`${SRC}/metrics/gauges.ts`]: ['order/reconciliation', 'order/review'],
  [`${SRC}/metrics/scrape.module.ts`]: ['order/order.module'],
};

const places = Object.keys(MAY_IMPORT);
const START = ['app.module', 'create-app', 'main', 'worker', 'openapi/print'];

const isAllowed = ({ from, to }: { from: string; to: string }) =>
  [from, 'below', ...(MAY_IMPORT[from] ?? [])].includes(to);

/** @param path from the repository's root, without an extension */
function placeOf(path: string): string {
  if (path === 'stripe' || path.startsWith(`${SRC}/stripe/`)) return 'Stripe';
  if (!path.startsWith(`${SRC}/`)) return 'below';
  const inside = path.slice(SRC.length + 1);
  if (START.includes(inside)) return 'start';
  // The longest name that fits: a file itself, else its folder.
  for (let name = inside; name !== '.'; name = dirname(name)) {
    if (places.includes(name)) return name;
  }
  return 'below';
}

/** @returns what the code of a file imports although it may not */
function forbiddenImports(file: string, code: string, aliases: Aliases): string[] {
  const from = placeOf(withoutExtension(file));
  return readImports(file, code, aliases).flatMap((path) => {
    const to = placeOf(path);
    const allowed = isAllowed({ from, to }) || EXCEPTIONS[file]?.includes(to);
    return [
      ...(allowed ? [] : [`${file} imports ${path}: ${from} may not import ${to}`]),
      ...(mayImportRepository(file, path) ? [] : [`${file} imports the private ${path}`]),
    ];
  });
}

/** Modules that put several rooms together. */
const MODULES = [`${SRC}/order/order.module.ts`, `${SRC}/staff/staff.module.ts`];

/** A repository may be imported from its own folder, from the folders in it, and by the module that provides it. */
function mayImportRepository(file: string, path: string): boolean {
  return (
    !path.endsWith('.repository') ||
    !relative(dirname(path), file).startsWith('..') ||
    MODULES.includes(file)
  );
}

const withoutExtension = (file: string) => file.replace(/\.ts$/, '');

const files = globSync('**/*.ts', { cwd: join(import.meta.dirname) })
  .filter((file) => !file.endsWith('.spec.ts'))
  .map((file) => ({
    file: `${SRC}/${file}`,
    code: readFileSync(join(import.meta.dirname, file), 'utf8'),
  }));

describe('the parts of the API', () => {
  const aliases = repositoryAliases();

  it('are all known, and each one has files', () => {
    const found = new Set(files.map(({ file }) => placeOf(withoutExtension(file))));
    expect([...found].sort()).toEqual([...places].sort());
  });

  it('import downwards only, and repositories from their own folder only', () => {
    expect(files.flatMap(({ file, code }) => forbiddenImports(file, code, aliases))).toEqual([]);
  });

  it('need each exception that the table has', () => {
    const used = Object.keys(EXCEPTIONS).map((name) => {
      const code = files.find(({ file }) => file === name)?.code ?? '';
      const forbidden = readImports(name, code, aliases).map(placeOf);
      return [name, forbidden.filter((to) => !isAllowed({ from: 'below', to }))];
    });
    expect(Object.fromEntries(used)).toEqual(EXCEPTIONS);
  });

  it('read the environment in config/ only', () => {
    const reading = files.filter(({ code }) => readsEnvironment(code)).map(({ file }) => file);
    expect(reading).not.toEqual([]);
    expect(reading.filter((file) => !file.startsWith(`${SRC}/config/`))).toEqual([]);
  });
});

/** A file of a place, as good as any other. */
function exampleIn(place: string): string {
  if (place === 'start') return `${SRC}/app.module`;
  if (place === 'Stripe') return `${SRC}/stripe/example`;
  if (place === 'below') return `${SRC}/http/example`;
  return `${SRC}/${place}${place.endsWith('.module') ? '' : '/example'}`;
}

const ways: [way: string, code: (path: string) => string][] = [
  ['an import', (path) => `import { x } from '${path}';`],
  ['a type', (path) => `import type { X } from '${path}';`],
  ['an export', (path) => `export * from '${path}';`],
  ['a dynamic import', (path) => `const x = await import('${path}');`],
  ['the type of an import', (path) => `type X = import('${path}').X;`],
];

describe('a forbidden import is found', () => {
  const pairs = places.flatMap((from) => places.map((to) => ({ from, to })));
  it.each(pairs.filter((pair) => !isAllowed(pair)))('from $from to $to', ({ from, to }) => {
    const [file, target] = [`${exampleIn(from)}.ts`, exampleIn(to)];
    const path = relative(dirname(file), target);
    const reported = `${file} imports ${target}: ${from} may not import ${to}`;
    for (const [, code] of ways) {
      const relativePath = path.startsWith('.') ? path : `./${path}`;
      expect(forbiddenImports(file, code(relativePath), {})).toEqual([reported]);
      const aliases = { '@api/*': [`./${SRC}/*`] };
      const alias = target.replace(SRC, '@api');
      expect(forbiddenImports(file, code(alias), aliases)).toEqual([reported]);
    }
  });

  it.each(pairs.filter(isAllowed))('but not from $from to $to', ({ from, to }) => {
    const [file, target] = [`${exampleIn(from)}.ts`, exampleIn(to)];
    const path = relative(dirname(file), target);
    expect(forbiddenImports(file, `import './${path}';`, {})).toEqual([]);
  });

  it.each(ways)('written as %s of the Stripe SDK', (_way, code) => {
    const file = `${SRC}/order/fulfilment/example.ts`;
    expect(forbiddenImports(file, code('stripe'), {})).toHaveLength(1);
  });

  it.each([
    ['order/sync/example.ts', '../review/review.repository', 2],
    ['checkout/example.ts', '../order/order.repository', 1],
    ['checkout/catalog/example.ts', '../../order/inventory/stock.repository', 1],
    ['health/example.ts', '../rate-limit/rate-limit.repository', 1],
    ['order/sync/example.ts', '../order.repository', 0],
    ['order/order.module.ts', './review/review.repository', 0],
  ])('from %s to %s', (file, path, count) => {
    const code = `import { Repository } from '${path}';`;
    expect(forbiddenImports(`${SRC}/${file}`, code, {})).toHaveLength(count);
  });
});

describe('reading the environment is found', () => {
  it.each([
    'process.env.PORT;',
    'globalThis.process.env;',
    "process['env'].PORT;",
    'const { env } = process;',
    "import { env } from 'node:process';",
    "import process from 'process';",
  ])('written as %s', (code) => {
    expect(readsEnvironment(code)).toBe(true);
    expect(readsEnvironment('process.exit(1); config.env; const { pid } = config;')).toBe(false);
  });
});
