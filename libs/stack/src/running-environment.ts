import { existsSync, readFileSync } from 'node:fs';
import { chmod, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { dataDirOr, USUAL_CLUSTER_DIR, USUAL_DATA_DIR } from './settings.ts';

const NAME = 'running.env';

/** The process that has written the file: one that was killed has left it. */
const PID = 'RUNNING_PID';

/** Variables that name a Stripe account or a database. A command that has another one is not about what runs. */
const NAMING = ['STRIPE_SECRET_KEY', 'STRIPE_API_BASE', 'DATABASE_URL'];

/** With a sandbox they are of this machine, whatever the `.env` has for real Stripe. */
const OF_THE_SANDBOX = ['WEB_URL', 'CONSOLE_URL', 'STRIPE_WEBHOOK_URL', 'STRIPE_WEBHOOK_SECRET'];

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
  const lines = Object.entries({ ...variables, [PID]: process.pid });
  await writeFile(file, lines.map(([name, value]) => `${name}=${value}\n`).join(''), {
    mode: 0o600,
  });
  // The mode counts for a new file only.
  await chmod(file, 0o600);
  return () => rm(file, { force: true });
}

/**
 * Takes the variables of a running `npm start` or `npm run cluster`, after those of the `.env` where the command is
 * started. What is set already stays, but for the addresses of a sandbox's shop.
 */
export function takeRunningEnvironment(): void {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const running = [USUAL_DATA_DIR, USUAL_CLUSTER_DIR]
    .map((usual) => join(dataDirOr(usual), NAME))
    .filter((path) => existsSync(path))
    .map((path) => parseEnv(readFileSync(path, 'utf8')))
    .find((one) => isAlive(Number(one[PID])) && !NAMING.some((name) => isAnother(name, one)));
  if (!running) return;
  for (const [name, value] of Object.entries(running)) {
    if (name === PID) continue;
    if (OF_THE_SANDBOX.includes(name)) process.env[name] = value;
    else process.env[name] ||= value;
  }
}

function isAnother(name: string, running: NodeJS.Dict<string>): boolean {
  const given = process.env[name];
  return Boolean(given) && thisMachine(given) !== thisMachine(running[name]);
}

const thisMachine = (value: string | undefined) => value?.replace('localhost', '127.0.0.1');

function isAlive(pid: number): boolean {
  try {
    // Signal 0 only asks; it is refused where the process is another user's.
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
