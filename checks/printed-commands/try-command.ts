import type { RepositoryCopy } from '../copies/repository-copy.ts';
import { interrupt, says } from '../copies/running.ts';
import { environmentOf, pathHere, serviceOf } from '../containers/compose-file.ts';
import { asTried } from './as-tried.ts';
import { fillIn } from './fill-in.ts';
import { inside, mustBeKnown } from './nx-targets.ts';
import type { Targets } from './nx-targets.ts';
import type { Rule } from './rules.ts';
import type { ShopWithOrders } from './shop-with-orders.ts';

const { freePort } = await import('@shop/stack');

/** What listing the tests prints at least. */
const A_TEST = /\.(spec|e2e)\.tsx?/;

/** For a command that ends by itself, a build included. */
const TIMEOUT_MS = 150_000;

/**
 * Tries a printed command in a copy of the repository.
 * @throws with everything it printed, when it fails
 */
export async function tryCommand(
  command: string,
  rule: Rule,
  copy: RepositoryCopy,
  shop: ShopWithOrders,
  targets: Targets,
): Promise<void> {
  const typed = asTried(command, rule);
  switch (rule.way) {
    case 'serve':
      return serve(typed, copy, shop);
    case 'compose':
      for (const name of servicesIn(typed)) serviceOf(name);
      return;
    case 'exec':
      return exec(typed, copy, shop);
    case 'help':
      return run(typed, { ...rule, says: /\w/ }, copy, {});
    case 'syntax':
      return run(typed, rule, copy, {});
    case 'plan':
      return mustBeKnown(typed, targets);
    case 'list': {
      mustBeKnown(typed, targets);
      const { typed: ofTask, ...where } = inside(typed, targets);
      return run(ofTask, { ...rule, ...where, says: A_TEST }, copy, {});
    }
    case 'run':
    case 'orders':
      for (const filled of fillIn(typed, shop)) await run(filled, rule, copy, shop.env);
  }
}

async function run(
  typed: string,
  { folder, says: expected }: Rule,
  copy: RepositoryCopy,
  env: Record<string, string>,
): Promise<void> {
  const words = folder ? `cd ${folder} && ${typed}` : typed;
  const { code, output } = await copy.run(words, env, TIMEOUT_MS);
  const failed = code !== 0 || (expected && !expected.test(output));
  if (failed) throw new Error(`${typed}\nended with ${code}; it printed:\n${output}`);
}

async function serve(typed: string, copy: RepositoryCopy, { env }: ShopWithOrders): Promise<void> {
  const projects = [...typed.matchAll(/dist\/apps\/([\w-]+)\//g)].map(([, name]) => name);
  const build = `npx nx run-many -t build -p ${projects.join(' ')}`;
  await run(build, { matches: /./, way: 'run' }, copy, {});
  const server = copy.start(typed, {
    ...env,
    DATABASE_URL: '',
    DATA_DIR: copy.path('.data'),
    API_PORT: String(await freePort()),
    WEB_PORT: String(await freePort()),
    SANDBOX_PORT: String(await freePort()),
  });
  try {
    const [, url = ''] = await says(server, /"event":"listening","url":"([^"]+)"/);
    const { status } = await fetch(url);
    if (status >= 500) throw new Error(`${typed}\nanswers ${status}.`);
  } finally {
    await interrupt(server);
  }
}

/** The words behind `docker compose up`, without options; behind `exec` and `run` the first one, as its command follows. */
function servicesIn(typed: string): string[] {
  const [, , what, ...words] = typed.split(' ');
  const names = words.filter((word) => !word.startsWith('-'));
  return what === 'exec' || what === 'run' ? names.slice(0, 1) : names;
}

/** Runs what `docker compose exec` runs, with the environment of its container but for where its neighbours are. */
async function exec(typed: string, copy: RepositoryCopy, shop: ShopWithOrders): Promise<void> {
  const [, service = '', inner = ''] =
    /^docker compose exec (?:-T )?([\w-]+) (.+)$/.exec(typed) ?? [];
  const secrets = { ...shop.env, POSTGRES_PASSWORD: 'of-this-test' };
  const container = serviceOf(service);
  const given = environmentOf(container, secrets);
  const mounted = given['SHOP_CONFIG'] && {
    SHOP_CONFIG: pathHere(container, given['SHOP_CONFIG'], {}),
  };
  const env = { ...given, ...mounted, ...shop.env };
  for (const filled of fillIn(inner, shop))
    await run(filled, { matches: /./, way: 'run' }, copy, env);
}
