/** The types of pictures that are served. Never SVG or HTML: those can hold scripts. */
export const pictureTypes = [
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
] as const;
export type PictureType = (typeof pictureTypes)[number];

/**
 * The type of a picture by its first bytes (https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern); what the
 * host says of it does not count.
 * @returns undefined for anything else
 */
export function sniffPicture(bytes: Buffer): PictureType | undefined {
  const text = bytes.toString('latin1', 0, 16);
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (/^GIF8[79]a/.test(text)) return 'image/gif';
  if (/^RIFF[^]{4}WEBP/.test(text)) return 'image/webp';
  if (/^[^]{4}ftypavi[fs]/.test(text)) return 'image/avif';
  return undefined;
}
