import { existsSync, readFileSync } from 'node:fs';
import { chmod, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { repositoryRoot } from './repository-root.ts';

const NAME = 'running.env';

/** Variables that name a Stripe account. A command that has another one is not about the running sandbox. */
const ACCOUNT = ['STRIPE_SECRET_KEY', 'STRIPE_API_BASE'];

/**
 * Writes down what `npm start` gave the API, for commands that are to ask the same sandbox. Only the owner may read it.
 * @returns removes it again
 */
export async function keepRunningEnvironment(
  dataDir: string,
  variables: Record<string, string>,
): Promise<() => Promise<void>> {
  const file = join(dataDir, NAME);
  const lines = Object.entries(variables).map(([name, value]) => `${name}=${value}\n`);
  await writeFile(file, lines.join(''), { mode: 0o600 });
  // The mode counts for a new file only.
  await chmod(file, 0o600);
  return () => rm(file, { force: true });
}

/** Takes the variables of a running `npm start`, after those of `.env`. What is set already stays. */
export function takeRunningEnvironment(): void {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const file = join(resolve(repositoryRoot, process.env['DATA_DIR'] || '.data'), NAME);
  if (!existsSync(file)) return;
  const running = parseEnv(readFileSync(file, 'utf8'));
  const given = (name: string) => process.env[name]?.replace('//localhost', '//127.0.0.1');
  if (ACCOUNT.some((name) => given(name) && given(name) !== running[name])) return;
  for (const [name, value] of Object.entries(running)) process.env[name] ||= value;
}
