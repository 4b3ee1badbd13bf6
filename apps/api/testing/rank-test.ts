/**
 * How far two samples lie apart, by their ranks (Mann and Whitney): a standard normal value where both come from one
 * source. An outlier counts as one value among others.
 */
export function rankTest(first: readonly number[], second: readonly number[]): number {
  const wins = first.flatMap((one) =>
    second.map((other) => (one > other ? 1 : one < other ? 0 : 0.5)),
  );
  const u = wins.reduce<number>((sum, win) => sum + win, 0);
  const [n, m] = [first.length, second.length];
  return (u - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12);
}
