import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { requireNode } from './require-node.mjs';

const HELP = `Usage: npm run lighthouse

Builds everything, starts the shop with the sandbox on free ports, buys something, and measures shop, cart and success
page of the built site with Lighthouse as on a mobile phone; then the same of the shop in examples/lindner, and every page
of the console for its accessibility. Prints a table of scores of each. Exit 0: each page of the shop has performance 95 or
more, accessibility 100 and best practices 100, nothing on it moves, and its largest content comes in time; each of the
console has accessibility 100; else 1. Scores of performance want a machine that does nothing
else meanwhile. The browser is that of the browser tests; CHROMIUM_PATH names another.`;

if (process.argv.includes('--help') || process.argv.includes('-h')) {
  console.log(HELP);
  process.exit(0);
}
requireNode('npm run lighthouse');

const { buildOrEnd } = await import('./build-or-end.mjs');
buildOrEnd(['web', 'console', 'api', 'stripe-sandbox']);
const root = fileURLToPath(new URL('..', import.meta.url));
const playwright = `${root}node_modules/@playwright/test/cli.js`;
const { status } = spawnSync(
  process.execPath,
  [playwright, 'test', '--config', 'apps/web-e2e/lighthouse.config.ts'],
  { cwd: root, stdio: 'inherit' },
);
process.exit(status ?? 1);
