/**
 * How far two samples lie apart, by their ranks (Mann and Whitney): a standard normal value where both come from one
 * source, positive where the first is larger. An outlier counts as one value among others.
 */
export function rankTest(first: readonly number[], second: readonly number[]): number {
  const all = [...first, ...second].sort((one, other) => one - other);
  // Equal values share the middle of their ranks.
  const ranks = new Map<number, number>();
  for (let from = 0; from < all.length;) {
    const value = all[from] ?? 0;
    let to = from;
    while (all[to] === value) to += 1;
    ranks.set(value, (from + 1 + to) / 2);
    from = to;
  }
  const [n, m] = [first.length, second.length];
  const sum = first.reduce((total, value) => total + (ranks.get(value) ?? 0), 0);
  const u = sum - (n * (n + 1)) / 2;
  return (u - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12);
}
