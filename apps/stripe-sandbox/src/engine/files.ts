import type { Engine } from './engine.types';
import type { FileRecord } from './file-record';
import { newId } from './ids';

const HOST = 'https://files.stripe.com';

/** Keeps a file. Returns its public address, on the host that Stripe has for files. */
export function uploadFile(engine: Engine, file: FileRecord): string {
  const id = newId('link');
  engine.store.files.put(id, file);
  return `${HOST}/links/${id}`;
}

/** Where browsers find a picture: a file that was uploaded here is on this server, and not on Stripe's host. */
export function pictureUrl(engine: Engine, url: string): string {
  return url.startsWith(`${HOST}/links/`) ? engine.world.publicUrl + url.slice(HOST.length) : url;
}
