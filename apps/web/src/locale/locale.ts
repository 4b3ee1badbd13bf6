/**
 * How dates and amounts are written. The shop's words are English, so other languages' ways of writing numbers would
 * not fit; the shopper's own kind of English does.
 */
export const locale = navigator.language.startsWith('en') ? navigator.language : 'en-US';
