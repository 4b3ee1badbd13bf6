import { canonicalTag } from '../../text/canonical-tag';

/** More than any browser sends. What follows is not read. */
const MAX_LENGTH = 1000;

/**
 * The languages that a shopper wants, the most wanted first.
 * @param chosen the language that the shopper has chosen in the shop
 * @param acceptLanguage the header (RFC 9110, 12.5.4): ranges by comma, each with a weight from 0 to 1. Of equal weights
 * the first is meant first; 0 means: not this one. `*` and what is no language tag are left out
 * @returns language tags in their usual case, such as de-AT
 */
export function languageWishes(chosen: string | undefined, acceptLanguage = ''): string[] {
  const ranges = acceptLanguage.slice(0, MAX_LENGTH).split(',').map(readRange);
  const accepted = ranges.filter(({ weight }) => weight > 0);
  accepted.sort((a, b) => b.weight - a.weight);
  const tags = [chosen ?? '', ...accepted.map(({ range }) => range)].flatMap(canonicalTag);
  return [...new Set(tags)];
}

function readRange(text: string): { range: string; weight: number } {
  const [range = '', ...parameters] = text.split(';').map((part) => part.trim());
  const weight = parameters.find((one) => /^q=/i.test(one))?.slice(2) ?? '1';
  return { range, weight: /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(weight) ? Number(weight) : 0 };
}
