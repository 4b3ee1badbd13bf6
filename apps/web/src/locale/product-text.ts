import type { Product, ProductVariant } from '@shop/contract';

/** A text and its language, for the `lang` attribute of the element that shows it (WCAG 3.1.2). */
export type Text = { text: string; lang: string };

/** The name of a product in the language of the page, or else in its own. */
export function productName({ name, lang, translations }: Product, tag: string): Text {
  return inLanguage({ text: name, lang }, withText(translations, 'name'), tag);
}

/** Its description, which may be in another language than its name; null if it has none. */
export function productDescription(product: Product, tag: string): Text | null {
  const { description, lang, translations } = product;
  const translated = withText(translations, 'description');
  if (description !== null) return inLanguage({ text: description, lang }, translated, tag);
  return translated.find((one) => isLanguage(one.lang, tag)) ?? null;
}

/** The name of a variant; null if it has none. */
export function variantName({ name, lang, translations }: ProductVariant, tag: string) {
  return name === null
    ? null
    : inLanguage({ text: name, lang }, withText(translations, 'name'), tag);
}

/** What a cart calls a variant of a product: as the order will. The language is '' where it is not one: not known. */
export function articleName(product: Product, variant: ProductVariant, tag: string): Text {
  const name = productName(product, tag);
  const chosen = variantName(variant, tag);
  if (!chosen) return name;
  return {
    text: `${name.text} – ${chosen.text}`,
    lang: chosen.lang === name.lang ? name.lang : '',
  };
}

/** The text in this language with its region, without it, or else its own. */
function inLanguage(own: Text, translations: Text[], tag: string): Text {
  const all = [own, ...translations];
  return (
    all.find(({ lang }) => lang.toLowerCase() === tag.toLowerCase()) ??
    all.find(({ lang }) => isLanguage(lang, tag)) ??
    own
  );
}

const isLanguage = (lang: string, tag: string) => lang === tag || lang === tag.split('-')[0];

const withText = <Field extends string>(
  translations: ({ lang: string } & Record<Field, string | null>)[],
  field: Field,
): Text[] =>
  translations.flatMap((one) => (one[field] ? [{ lang: one.lang, text: one[field] }] : []));
