import { z } from 'zod';
import { shopLanguages } from './languages.ts';

export const shopLanguageSchema = z.enum(shopLanguages);

/** One line of text without control characters. */
export const lineOfText = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^\P{Cc}*$/u, { error: 'must be one line without control characters' });

/** A text for each language: the shop's default language has to be among them (see `shopFileSchema`). */
export const localizedTextSchema = (longest: number) =>
  z.partialRecord(shopLanguageSchema, lineOfText(longest)).meta({
    description:
      'A text for each language. A language without a text shows that of the default language.',
  });

export const emailSchema = z
  .string()
  .max(254)
  .regex(/^[^\s@?&%"<>]+@[^\s@?&%"<>]+\.[^\s@?&%"<>]+$/, { error: 'must be an e-mail address' });

export const webUrlSchema = z
  .url({ protocol: /^https?$/, error: 'must be an address such as https://shop.example/terms' })
  .max(2048);

export const colourSchema = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/, { error: 'must be a colour such as #1d4f91' });

/** A path beside the shop file. */
export const pictureSchema = z.string().regex(/^(?!.*\.\.)\w[\w./-]*\.(svg|png|jpe?g|webp)$/i, {
  error: 'must be a picture beside the shop file, such as pictures/logo.svg',
});
