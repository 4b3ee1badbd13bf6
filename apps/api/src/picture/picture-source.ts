import { createHash } from 'node:crypto';
import { z } from 'zod';

/** A picture on another host, and the key under which this API serves it. */
export interface PictureSource {
  id: string;
  url: string;
}

/**
 * The source of a picture that this API may fetch: on https, on a host of the list, without a port or credentials of its
 * own. The key is made of the address, so that every process gives a picture the same one.
 * @param url as a product has it
 * @param hosts see PICTURE_HOSTS
 */
export function pictureSourceOf(url: string, hosts: readonly string[]): PictureSource | undefined {
  const parsed = URL.parse(url);
  if (parsed?.protocol !== 'https:' || parsed.port || parsed.username || parsed.password)
    return undefined;
  if (!hosts.includes(parsed.hostname)) return undefined;
  parsed.hash = '';
  return {
    id: createHash('sha256').update(parsed.href).digest('hex').slice(0, 32),
    url: parsed.href,
  };
}

/** A key of `pictureSourceOf`. */
export const pictureIdSchema = z.string().regex(/^[0-9a-f]{32}$/);

/** Whether a text can be a key of `pictureSourceOf`. */
export const isPictureId = (text: string): boolean => pictureIdSchema.safeParse(text).success;

/** Where the shop's own origin has the picture. */
export const picturePath = ({ id }: PictureSource): string => `/api/pictures/${id}`;
