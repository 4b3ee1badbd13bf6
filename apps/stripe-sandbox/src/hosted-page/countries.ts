/** The countries of a billing address. */
export const COUNTRIES = (
  'AT AU BE BG BR CA CH CY CZ DE DK EE ES FI FR GB GR HK HR HU IE IN IT JP LT LU LV MT MX MY NL NO NZ PL PT RO SE SG ' +
  'SI SK TH US'
).split(' ');
