/** The largest number of moments within any period of this length. @param moments in rising order, in milliseconds */
export function mostWithin(stretchMs: number, moments: readonly number[]): number {
  let most = 0;
  let first = 0;
  moments.forEach((moment, last) => {
    while (moment - (moments[first] ?? 0) >= stretchMs) first += 1;
    most = Math.max(most, last - first + 1);
  });
  return most;
}
