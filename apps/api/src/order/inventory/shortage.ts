/** A line of an order that counts, beside the stock of its product. */
export interface CountedLine {
  name: string;
  quantity: number;
  /** How many of the product are reserved, without this line. */
  reserved: number;
  /** All that was ever put on sale; null when the product is no longer counted. */
  limit: number | null;
}

/** A product of which there is not enough for an order. */
export interface Shortage {
  name: string;
  wanted: number;
  left: number;
}

/** The lines that cannot be reserved: more would be sold than there is. */
export function shortagesOf(lines: CountedLine[]): Shortage[] {
  return lines.flatMap(({ name, quantity, reserved, limit }) => {
    // What is given back is never missing.
    if (limit === null || quantity <= 0 || reserved + quantity <= limit) return [];
    return [{ name, wanted: quantity, left: Math.max(0, limit - reserved) }];
  });
}
