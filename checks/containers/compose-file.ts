import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export const root = join(import.meta.dirname, '../..');
const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8');

export interface Service {
  image?: string;
  command?: string[];
  build?: { target: string };
  env_file?: { path: string; required?: boolean }[];
  environment: Record<string, string>;
  healthcheck?: { disable?: boolean };
  profiles?: string[];
  hostname?: string;
  volumes?: string[];
  depends_on?: Record<string, { condition: string }>;
  read_only?: boolean;
  cap_drop?: string[];
}

/** compose.yaml, with its anchors merged. */
export const compose = parse(readFileSync(join(root, 'compose.yaml'), 'utf8'), {
  merge: true,
}) as { services: Record<string, Service> };

/** @throws when compose.yaml has no service of this name */
export function serviceOf(name: string): Service {
  const found = compose.services[name];
  if (!found) throw new Error(`compose.yaml has no service ${name}.`);
  return found;
}

/** The instructions of one stage of the Dockerfile. */
export function stage(name: string): string {
  const found = dockerfile.split(/^(?=FROM )/m).find((text) => text.includes(` AS ${name}\n`));
  if (!found) throw new Error(`The Dockerfile has no stage ${name}.`);
  return found;
}

/** What an image runs: the last instruction of its kind, in the form that needs no shell. */
export function commandOf(name: string, instruction: 'CMD' | 'HEALTHCHECK'): string[] {
  const [, list] = new RegExp(`^${instruction}.*?(\\[.*\\])$`, 'm').exec(stage(name)) ?? [];
  if (list === undefined) throw new Error(`Stage ${name} has no ${instruction} as a list.`);
  return JSON.parse(list) as string[];
}

/** Fills variables in as Compose does: ${NAME:?} must be given, ${NAME:-other} may be. */
export function filledIn(environment: Record<string, string>, given: Record<string, string>) {
  const fill = (text: string) =>
    text.replace(/\$\{(\w+)(?::([?-])([^}]*))?\}/g, (_all, name: string, kind, other: string) => {
      const value = given[name];
      if (value === undefined && kind === '?') throw new Error(`${name} is required.`);
      return value ?? other ?? '';
    });
  return Object.fromEntries(
    Object.entries(environment).map(([name, text]) => [name, fill(String(text))]),
  );
}

/**
 * What reaches a container of a service: the file .env, where the service names it, and over it `environment`.
 * @param envFile the content of .env
 */
export function environmentOf(
  { env_file: files = [], environment }: Service,
  envFile: Record<string, string>,
): Record<string, string> {
  const fromFile = files.some(({ path }) => path === '.env') ? envFile : {};
  return { ...fromFile, ...filledIn(environment, envFile) };
}

/**
 * Where a file of a container is on this machine: in one of the folders that are mounted.
 * @param given variables, such as SHOP_FOLDER
 * @throws when no folder with it is mounted
 */
export function pathHere(
  { volumes = [] }: Pick<Service, 'volumes'>,
  path: string,
  given: Record<string, string>,
): string {
  for (const volume of Object.values(filledIn(Object.fromEntries(volumes.entries()), given))) {
    const [here = '', inside = ''] = volume.split(':');
    if (path.startsWith(`${inside}/`)) return join(root, here, path.slice(inside.length));
  }
  throw new Error(`${path} is in no folder that is mounted.`);
}
