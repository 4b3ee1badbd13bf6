/**
 * How a printed command is tried:
 * - `run`: as it is, to its end
 * - `help`: with `--help`
 * - `plan`: Nx knows the projects and the targets that it names
 * - `list`: Jest or Playwright lists the tests that it selects, of which there must be one
 * - `syntax`: Node reads the script without running it
 * - `serve`: started on a free port, asked once, and stopped
 * - `orders`: run with the values of the running stack in place of its placeholders
 * - `compose`: Compose has no engine here; the services it names must be in compose.yaml
 * - `exec`: the command inside of a container, with the environment that compose.yaml gives it
 */
export type Way =
  'run' | 'help' | 'syntax' | 'plan' | 'list' | 'serve' | 'orders' | 'compose' | 'exec';

export interface Rule {
  matches: RegExp;
  way: Way;
  /** Why it is not simply run. */
  why?: string;
  /** Appended before it is tried. */
  append?: string;
  /** Where it is typed, when that is not the root of the repository. */
  folder?: string;
  /** What it must print. */
  says?: RegExp;
  /** It writes into dist/: such commands run one after another. */
  builds?: boolean;
}

const NO_REGISTRY = 'needs the package registry and minutes';
const LONG = 'takes minutes';
const ENDLESS = 'runs until it is stopped';
const NAME = 'names a command without saying what for';

/** The first rule that matches a command decides. A command without a rule fails, and a rule without a command too. */
export const rules: Rule[] = [
  { matches: /^npm (ci|install)\b/, way: 'help', why: NO_REGISTRY },
  { matches: /^rm -rf node_modules$/, way: 'help', why: 'the copy shares the packages' },
  { matches: /^(npm run|npx nx)$/, way: 'help', why: NAME },
  { matches: /^npx nx test$/, way: 'plan', why: NAME },
  {
    matches:
      /^(\w+=\S+ )*npm (start|run (dev|dev:web|dev:console|dev:api|worker|cluster|stripe:listen))\b/,
    way: 'help',
    why: ENDLESS,
  },
  {
    matches: /^npm (test|run (test:all|lint|lighthouse|check:[a-z]+|e2e(:[a-z]+)?))\b/,
    way: 'help',
    why: LONG,
  },
  { matches: /^npm run simulate\b/, way: 'help', why: LONG },
  { matches: /^npm run (drills|bench)\b/, way: 'help', why: LONG, builds: true },
  { matches: /^npm run (orders|staff)( -- (show|--help))?$/, way: 'help', why: NAME },
  {
    matches: /^npm run orders -- restored hold$/,
    way: 'help',
    why: 'then nothing is told of the orders that other commands use',
  },
  { matches: /^npm run (--silent )?orders -- /, way: 'orders' },
  { matches: /^npm run staff -- (keys|people) /, way: 'orders' },
  { matches: /^curl --fail-with-body /, way: 'orders', says: /"shopStatus":"\w+"/ },
  {
    matches: /^npm run (--silent )?(stripe:doctor|shop:check)\b/,
    way: 'help',
    why: 'needs a shop whose API runs: start.spec.ts runs it beside npm start',
  },
  {
    matches: /^npm run stripe:connect( -- --dry-run)?$/,
    way: 'run',
    says: /(Made|Changed|Would change) we_|Nothing to change/,
  },
  { matches: /^npm run contract -- --release$/, way: 'help', why: 'wants a new version' },
  { matches: /^npm run (contract|docs)$/, way: 'run', says: /^Wrote /m, builds: true },
  { matches: /^npm run (sizes)$/, way: 'run' },
  { matches: /^(\w+=\S+ )?npm run stripe:seed$/, way: 'run', says: /were there already/ },
  { matches: /^(npx )?stripe listen\b/, way: 'help', why: 'needs Stripe itself' },
  { matches: /^npx stripe trigger /, way: 'run', says: /Trigger succeeded/ },
  { matches: /^openssl rand -hex 24$/, way: 'run', says: /^[0-9a-f]{48}$/m },
  { matches: /^npx stripe get /, way: 'run', says: /"object": "list"/ },
  {
    matches: /^docker compose (up|down|ps|logs|build|stop|run|exec -T (database|patroni-one))\b/,
    way: 'compose',
    why: 'needs an engine',
  },
  { matches: /^mv orders\.new orders\.dump$/, way: 'help', why: 'needs a dump of the engine' },
  {
    matches: /^docker compose exec api node dist\/apps\/api\/shop-check\.js/,
    way: 'exec',
    append: '--help',
    why: 'needs an API at its address: a spec of the API runs it',
  },
  { matches: /^docker compose exec /, way: 'exec', why: 'needs an engine' },
  { matches: /^npx nx test [\w-]+ -- [a-z]/, way: 'list', why: LONG, append: '--listTests' },
  { matches: /^npx nx e2e web-e2e -- [a-z]/, way: 'list', why: LONG, append: '--list' },
  { matches: /^npx nx (test|e2e) [\w-]+/, way: 'plan', why: LONG },
  { matches: /^npx nx affected /, way: 'plan', why: LONG },
  { matches: /^npx nx run-many /, way: 'plan', why: LONG },
  { matches: /^npx nx run web:dev$/, way: 'plan', why: ENDLESS },
  { matches: /^npx nx run (web-e2e:|drills:|api:test-)[\w-]+$/, way: 'plan', why: LONG },
  { matches: /^npx nx (run (api|web):words|build [\w-]+)$/, way: 'run', builds: true },
  {
    matches: /^npx drizzle-kit generate$/,
    way: 'run',
    folder: 'apps/api',
    says: /No schema changes/,
  },
  {
    matches: /^node --env-file=\.env dist\/apps\/api\/worker\.js$/,
    way: 'syntax',
    why: 'needs PostgreSQL: cluster.spec.ts runs it',
  },
  {
    matches: /^(\w+=('[^']+'|\S+) +)*node (--cpu-prof |--env-file=\.env )?dist\/apps\/\S+\.js$/,
    way: 'serve',
    why: ENDLESS,
    builds: true,
  },
  {
    matches: /^node \S+\/generate-schemas\.mjs$/,
    way: 'syntax',
    why: 'takes 12 s, and a spec of the sandbox runs it with --check',
  },
  {
    matches: /^node \S+\/thousand-sessions\.mjs$/,
    way: 'run',
    append: '20',
    why: LONG,
    builds: true,
  },
];

export const ruleOf = (command: string): Rule | undefined =>
  rules.find(({ matches }) => matches.test(command));
