import { readFileSync } from 'node:fs';
import { parseShopFile, ShopFileError } from './shop-file.ts';
import type { ShopFile } from './shop-file.ts';

/** Where the shop file is when SHOP_CONFIG does not say it: in the working directory. */
export const USUAL_SHOP_FILE = 'shop.json';

/**
 * Reads a shop file.
 * @param path from the working directory
 * @throws ShopFileError that lists every fault
 */
export function readShopFile(path: string): ShopFile {
  return parseShopFile(textOf(path), path);
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const fault =
      code === 'ENOENT'
        ? 'there is no such file; SHOP_CONFIG says where the shop file is'
        : `cannot be read (${code})`;
    throw new ShopFileError([fault], path);
  }
}
