/** The largest number that is understood; the database counts with four bytes. */
export const MAX_STOCK = 999_999_999;

/**
 * How many of a product were ever put on sale, by its `metadata.stock`: a whole number from 0 to `MAX_STOCK`, in the
 * digits 0 to 9. Spaces around it do not count.
 * @returns null when the product's stock is not counted; undefined for a value that is no such number
 */
export function stockLimitOf(metadata: Record<string, string>): number | null | undefined {
  const { stock } = metadata;
  if (stock === undefined) return null;
  const digits = stock.trim();
  return /^\d+$/.test(digits) && Number(digits) <= MAX_STOCK ? Number(digits) : undefined;
}
