// `npx nx e2e web-e2e`: the core journeys, or whatever files are named after `--`.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli');
const args = process.argv.slice(2);
const namesFiles = args.some((arg) => !arg.startsWith('-'));
const { status } = spawnSync(
  process.execPath,
  [playwright, 'test', ...(namesFiles ? [] : ['--project=core']), ...args],
  { stdio: 'inherit' },
);
process.exit(status ?? 1);
