/** Random numbers from a seed. Each concern has a stream of its own, so that one more draw here changes nothing there. */
export interface Random {
  /** From 0 up to but not including 1. */
  next(): number;
  /** From 0 up to but not including `below`. */
  int(below: number): number;
  bytes(count: number): Buffer;
}

/** sfc32, seeded with the name of the concern and some numbers. */
export function randomOf(concern: string, ...seeds: number[]): Random {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 1];
  const step = () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  for (const number of [...Buffer.from(concern), ...seeds]) {
    a = (a ^ number) | 0;
    step();
  }
  for (let round = 0; round < 12; round += 1) step();
  return {
    next: () => step() / 2 ** 32,
    int: (below) => Math.floor((step() / 2 ** 32) * below),
    bytes: (count) => {
      const bytes = Buffer.allocUnsafe(count);
      for (let at = 0; at < count; at += 4) {
        const four = step();
        for (let byte = at; byte < Math.min(at + 4, count); byte += 1)
          bytes[byte] = (four >>> (8 * (byte - at))) & 255;
      }
      return bytes;
    },
  };
}

/** A hash that takes one text after the other (FNV-1a). */
export function hashOf(text: string, before = 0x811c9dc5): number {
  let hash = before;
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
