// Plain JavaScript that any Node reads, so that --help works before anything is built.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const HELP = `Usage: npm run lighthouse

Builds everything, starts the shop with the sandbox on free ports, buys something, and measures shop, cart and success
page of the built site with Lighthouse as on a mobile phone. Prints a table of scores. Exit 0: each page has performance
95 or more, accessibility 100 and best practices 100; else 1. Scores of performance want a machine that does nothing
else meanwhile. The browser is that of the browser tests; CHROMIUM_PATH names another.`;

if (process.argv.includes('--help') || process.argv.includes('-h')) {
  console.log(HELP);
  process.exit(0);
}
const root = fileURLToPath(new URL('..', import.meta.url));
const build = ['nx', 'run-many', '-t', 'build', '-p', 'web', 'api', 'stripe-sandbox'];
run([...build, '--output-style=static'], 'pipe');
run(['playwright', 'test', '--config', 'apps/web-e2e/lighthouse.config.ts'], 'inherit');

/** Runs an installed command; a failure ends this one, with what was not shown yet. */
function run([command, ...args], stdio) {
  const bins = { nx: 'nx/dist/bin/nx.js', playwright: '@playwright/test/cli.js' };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`${root}node_modules/${bins[command]}`, ...args],
    { cwd: root, stdio, encoding: 'utf8', env: { ...process.env, NX_TUI: 'false' } },
  );
  if (status === 0) return;
  if (stdio === 'pipe') console.error(`The build failed.\n${stdout}${stderr}`);
  process.exit(status ?? 1);
}
