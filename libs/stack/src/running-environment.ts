import { existsSync, readFileSync } from 'node:fs';
import { chmod, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { dataDirOr, USUAL_CLUSTER_DIR, USUAL_DATA_DIR } from './settings.ts';

const NAME = 'running.env';

/** Variables that name a Stripe account or a database. A command that has another one is not about what runs. */
const NAMING = ['STRIPE_SECRET_KEY', 'STRIPE_API_BASE', 'DATABASE_URL'];

/**
 * Writes down what `npm start` or `npm run cluster` gave the API, for commands about the same sandbox and database. Only
 * the owner may read it.
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

/**
 * Takes the variables of a running `npm start` or `npm run cluster`, after those of the `.env` where
 * the command is started. What is set already stays.
 */
export function takeRunningEnvironment(): void {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const file = [USUAL_DATA_DIR, USUAL_CLUSTER_DIR]
    .map((usual) => join(dataDirOr(usual), NAME))
    .find((path) => existsSync(path));
  if (!file) return;
  const running = parseEnv(readFileSync(file, 'utf8'));
  if (NAMING.some((name) => isAnother(process.env[name], running[name]))) return;
  for (const [name, value] of Object.entries(running)) process.env[name] ||= value;
}

const isAnother = (given: string | undefined, running: string | undefined): boolean =>
  Boolean(given) && thisMachine(given) !== thisMachine(running);

const thisMachine = (value: string | undefined) => value?.replace('localhost', '127.0.0.1');
