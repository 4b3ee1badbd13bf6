import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { requireNode } from './require-node.mjs';

const HELP = `Usage: npm run e2e:engines [-- --require]

Builds everything, starts the shop with the sandbox on free ports, and buys something in the engines of other browsers:
Firefox (Debian: firefox-esr) and WebKit, Safari's engine (Debian: webkit2gtk-driver and xvfb). An engine that this
machine does not have is named and skipped. FIREFOX_PATH names another Firefox. Exit 0: each engine that was found is
right; else 1.

  --require   an engine that is missing fails the run`;

const { require: required, help } = readOptions();
if (help) {
  console.log(HELP);
  process.exit(0);
}
requireNode('npm run e2e:engines');

const { buildOrEnd } = await import('./build-or-end.mjs');
buildOrEnd(['web', 'api', 'stripe-sandbox']);
const root = fileURLToPath(new URL('..', import.meta.url));
const playwright = `${root}node_modules/@playwright/test/cli.js`;
const { status } = spawnSync(
  process.execPath,
  [playwright, 'test', '--config', 'apps/web-e2e/engines.config.ts'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, ENGINES_REQUIRED: required ? '1' : '' } },
);
process.exit(status ?? 1);

function readOptions() {
  try {
    const { values } = parseArgs({
      options: { require: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    });
    return values;
  } catch (error) {
    console.error(`${error.message}\n\n${HELP}`);
    process.exit(1);
  }
}
