import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RepositoryCopy } from './copies/repository-copy.ts';
import { documentsIn } from './documents.ts';
import { asTried } from './printed-commands/as-tried.ts';
import { wantsUnsent } from './printed-commands/fill-in.ts';
import { findCommands } from './printed-commands/find-commands.ts';
import { nxTargets } from './printed-commands/nx-targets.ts';
import type { Targets } from './printed-commands/nx-targets.ts';
import { ruleOf, rules } from './printed-commands/rules.ts';
import { openShopWithOrders } from './printed-commands/shop-with-orders.ts';
import type { ShopWithOrders } from './printed-commands/shop-with-orders.ts';
import { tryCommand } from './printed-commands/try-command.ts';

const { createPostgresCluster } = await import('@shop/stack');

const root = join(import.meta.dirname, '..');
const commands = findCommands(
  (await documentsIn(root)).map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') })),
);
const known = commands.flatMap(({ text }) => {
  const rule = ruleOf(text);
  return rule ? [{ text, rule }] : [];
});

/** Which commands the documents print is found in their text: a new one is tried without being named here. */
describe('the commands that the documents print', () => {
  it('are found', () => {
    const texts = commands.map(({ text }) => text);
    expect(texts).toEqual(
      expect.arrayContaining(['npm ci', 'npm start', 'npm run orders -- sync <session>']),
    );
  });

  it('have each a rule that says how it is tried', () => {
    expect(commands.filter(({ text }) => !ruleOf(text))).toEqual([]);
  });

  it('are needed by each rule', () => {
    const used = new Set(known.map(({ rule }) => rule));
    expect(rules.filter((rule) => !used.has(rule)).map(({ matches }) => matches)).toEqual([]);
  });
});

describe('typed in a copy of the repository', () => {
  let copy: RepositoryCopy;
  let shop: ShopWithOrders;
  const postgresStarting = createPostgresCluster();
  let targets: Targets;
  const attempts = new Map<string, Promise<void>>();
  const failures = new Map<string, unknown>();

  const tryAll = async (some: typeof known) => {
    for (const { text, rule } of some) {
      // Two commands that are tried in the same way are tried once.
      const typed = asTried(text, rule);
      const tried = attempts.get(typed) ?? tryCommand(text, rule, copy, shop, targets);
      if (rule.way !== 'orders') attempts.set(typed, tried);
      await tried.catch((error: unknown) => failures.set(text, error));
    }
  };

  beforeAll(async () => {
    const postgres = await postgresStarting;
    const resolving = known.filter(({ text }) => text.includes(' resolve '));
    copy = await RepositoryCopy.make();
    const shipping = known.filter(({ text }) => wantsUnsent(text));
    shop = await openShopWithOrders(postgres?.url, resolving.length, shipping.length);
    targets = await nxTargets(copy);
    // The API is built first: what runs at the same time as others then finds it in the cache.
    await tryAll(known.filter(({ text }) => text === 'npm run docs'));
    const isServer = ({ rule }: (typeof known)[number]) => rule.way === 'serve';
    const others = known.filter((one) => !isServer(one));
    await Promise.all([
      tryAll(others.filter(({ rule }) => rule.builds)),
      tryAll(others.filter(({ rule }) => !rule.builds)),
    ]);
    // What starts from dist/ must not have it built anew beneath it.
    await tryAll(known.filter(isServer));
    // Minutes on a quiet machine, and several times that on a busy one.
  }, 1_800_000);

  afterAll(async () => {
    await shop?.stop();
    await copy?.[Symbol.asyncDispose]();
    await (await postgresStarting)?.close();
  });

  it.each(known.map(({ text, rule }) => [text, rule.way] as const))('%s works (%s)', (text) => {
    expect(failures.get(text)).toBeUndefined();
  });

  it('show an order of the embedded database, once its API is stopped', async () => {
    const embedded = await openShopWithOrders(undefined, 0, 0);
    try {
      const words = `npm run orders -- show ${embedded.paid.number}`;
      const { code, output } = await copy.run(words, embedded.env);
      expect([code, output]).toEqual([0, expect.stringContaining(embedded.paid.session)]);
    } finally {
      await embedded.stop();
    }
  });

  it('print alone what they answer when npm is silent, so that the answer can be handed on', async () => {
    const { output } = await copy.run(
      `npm run --silent orders -- show ${shop.paid.number} --json`,
      shop.env,
    );
    expect(JSON.parse(output)).toMatchObject({ orders: [{ order: { number: shop.paid.number } }] });
  });

  it('end with the code of what they run', async () => {
    const words = 'npm run --silent orders -- ';
    expect((await copy.run(`${words} show nobody`, shop.env)).code).toBe(1);
    expect((await copy.run(`${words} nonsense`, shop.env)).code).toBe(2);
  });
});
