import type Stripe from 'stripe';
import { plainText } from '../../text/plain-text';
import { canonicalTag } from '../../text/canonical-tag';

/** A text in another language than the product's own. */
export interface Translated {
  /** BCP 47. */
  lang: string;
  text: string;
}

/** As in `name_de` and `description_pt_BR`: what follows the name of the field. */
const LANGUAGE = /^[a-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,2}$/;

/** The language that a product's own texts are in: `metadata.lang`, else the shop's. */
export function languageOf({ lang }: Stripe.Metadata, shopLanguage: string): string {
  return (lang && tagOf(lang)) ?? shopLanguage;
}

/**
 * The translations that metadata hold of a field, by language: `name_de` is the German of `name`. A value without
 * anything to see is left out.
 * @param max the longest text that is shown, in characters
 */
export function translationsOf(
  metadata: Stripe.Metadata,
  field: string,
  max?: number,
): Translated[] {
  return Object.entries(metadata).flatMap(([key, value]) => {
    const lang = key.startsWith(`${field}_`) ? tagOf(key.slice(field.length + 1)) : undefined;
    const text = plainText(value, max);
    return lang && text ? [{ lang, text }] : [];
  });
}

/**
 * The best text for a language: that language with its region, without it, or else the product's own.
 * @param lang BCP 47; null: not known
 */
export function textFor(
  own: Translated,
  translations: Translated[],
  lang: string | null,
): Translated {
  const among = (wanted: string) =>
    [own, ...translations].find((one) => one.lang.toLowerCase() === wanted.toLowerCase());
  return (lang && (among(lang) ?? among(lang.split('-')[0] ?? ''))) || own;
}

const tagOf = (text: string): string | undefined =>
  LANGUAGE.test(text) ? canonicalTag(text.replaceAll('_', '-'))[0] : undefined;
