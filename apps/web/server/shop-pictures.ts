import { readFileSync, statSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';

const MAX_BYTES = 1_000_000;

/** How a picture of each kind begins; an SVG may have a declaration and comments first. */
const KINDS: Readonly<Record<string, { type: string; isIt: (body: Buffer) => boolean }>> = {
  '.svg': { type: 'image/svg+xml', isIt: (body) => /<svg[\s>]/.test(body.toString('utf8')) },
  '.png': { type: 'image/png', isIt: (body) => body.toString('latin1', 0, 4) === '\x89PNG' },
  '.jpg': { type: 'image/jpeg', isIt: (body) => body.toString('hex', 0, 3) === 'ffd8ff' },
  '.webp': { type: 'image/webp', isIt: (body) => body.toString('latin1', 8, 12) === 'WEBP' },
};

export interface ShopPicture {
  type: string;
  body: Buffer;
}

/**
 * Reads the pictures that are named beside a shop file, by their paths on the shop's origin.
 * @param faults gets a line for each that cannot be served
 */
export function readPictures(
  shopFile: string,
  names: readonly string[],
  faults: string[],
): Map<string, ShopPicture> {
  const pictures = new Map<string, ShopPicture>();
  for (const name of new Set(names)) {
    const path = join(dirname(shopFile), name);
    const kind = KINDS[extname(name).toLowerCase().replace('.jpeg', '.jpg')];
    const size = statSync(path, { throwIfNoEntry: false })?.size;
    if (size === undefined || !kind) faults.push(`${path}: there is no such picture`);
    else if (size > MAX_BYTES) faults.push(`${path}: is larger than ${MAX_BYTES} bytes`);
    else {
      const body = readFileSync(path);
      if (kind.isIt(body)) pictures.set(`/${name}`, { type: kind.type, body });
      else faults.push(`${path}: is no ${kind.type}`);
    }
  }
  return pictures;
}
