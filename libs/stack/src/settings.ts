import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { repositoryRoot } from './repository-root.ts';
import { StartError } from './start-app.ts';

/** Reads the file `.env`, where there is one. */
export function loadEnvFile(): void {
  const file = join(repositoryRoot, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

/** Where `npm start` and `npm run cluster` keep everything, unless DATA_DIR names another folder. */
export const USUAL_DATA_DIR = '.data';
export const USUAL_CLUSTER_DIR = '.data/cluster';

export const dataDirOr = (usual: string): string =>
  resolve(repositoryRoot, process.env['DATA_DIR'] || usual);

/** The keys of real Stripe, or undefined for the sandbox. @throws StartError when one of the two is missing */
export function realStripe(): { secretKey: string; webhookSecret: string } | undefined {
  const secretKey = process.env['STRIPE_SECRET_KEY'];
  const webhookSecret = process.env['STRIPE_WEBHOOK_SECRET'];
  if (!secretKey && !webhookSecret) return undefined;
  if (secretKey && webhookSecret) return { secretKey, webhookSecret };
  throw new StartError(
    `For real Stripe set both STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET; ${secretKey ? 'STRIPE_WEBHOOK_SECRET' : 'STRIPE_SECRET_KEY'} is missing. For the sandbox set neither.`,
  );
}

export interface PublicUrls {
  shop: string | undefined;
  console: string | undefined;
}

/** Where browsers find shop and console, as WEB_URL and CONSOLE_URL say; undefined where they are blank. */
export function publicUrls(): PublicUrls {
  const urlOf = (name: string) => process.env[name]?.replace(/\/$/, '') || undefined;
  return { shop: urlOf('WEB_URL'), console: urlOf('CONSOLE_URL') };
}

/** A port from the environment. @throws StartError */
export function portOf(name: string, usual: number): number {
  const value = process.env[name];
  if (!value) return usual;
  const port = Number(value);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new StartError(`${name} must be a port from 1 to 65535.`);
}
