import { readFile, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { repositoryRoot } from './repository-root.ts';

/** Fields of a shop file that are to be otherwise. Of an object only the fields named change. */
export interface ShopChanges {
  [field: string]: unknown;
}

/** The demo shop. */
export const demoShopFile = join(repositoryRoot, 'shop.json');

/** The shop file that SHOP_CONFIG names, from the root of the repository; else the demo's. */
export const shopFileOfEnvironment = () =>
  resolve(repositoryRoot, process.env['SHOP_CONFIG'] || demoShopFile);

/**
 * Writes a copy of the demo's shop file, with changes, into a folder; the demo's products are beside it.
 * @returns its path, for SHOP_CONFIG
 */
export async function writeShopFile(folder: string, changes: ShopChanges): Promise<string> {
  const demo = JSON.parse(await readFile(demoShopFile, 'utf8')) as ShopChanges;
  const path = join(folder, 'shop.json');
  await writeFile(path, JSON.stringify(merged(demo, changes), undefined, 2));
  for (const beside of ['products.json', 'products']) {
    await symlink(join(repositoryRoot, beside), join(folder, beside)).catch((error: unknown) => {
      // Written before, by another copy in this folder.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    });
  }
  return path;
}

function merged(before: ShopChanges, changes: ShopChanges): ShopChanges {
  const changed = Object.entries(changes).map(([field, value]) => {
    const old = before[field];
    return [field, isObject(old) && isObject(value) ? merged(old, value) : value] as const;
  });
  return { ...before, ...Object.fromEntries(changed) };
}

const isObject = (value: unknown): value is ShopChanges =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
