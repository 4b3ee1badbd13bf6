import type { Offer } from './offer';
import { textFor } from './product-texts';

/** What an order's line says: the names that a shopper saw, and the language of the whole. */
export interface LineName {
  /** Of the product, and of the variant behind a dash. */
  name: string;
  variant: string | null;
  /** Null where product and variant are in different languages. */
  lang: string | null;
}

/**
 * How a line of an order names what is bought.
 * @param language BCP 47, the shopper's; null: not known
 */
export function lineNameOf(
  { product, variant }: Pick<Offer, 'product' | 'variant'>,
  language: string | null,
): LineName {
  const { text: name, lang } = textFor(
    { lang: product.lang, text: product.name },
    product.translations.flatMap((one) => (one.name ? [{ lang: one.lang, text: one.name }] : [])),
    language,
  );
  if (variant.name === null) return { name, variant: null, lang };
  const chosen = textFor(
    { lang: variant.lang, text: variant.name },
    variant.translations.map((one) => ({ lang: one.lang, text: one.name })),
    language,
  );
  return {
    name: `${name} – ${chosen.text}`,
    variant: chosen.text,
    lang: chosen.lang === lang ? lang : null,
  };
}
