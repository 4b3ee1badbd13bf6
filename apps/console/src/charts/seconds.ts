/** A duration, to two or three digits: `0.7 s`, `12 s`, `3 min`, `2 h`, `5 days`. Pure. */
export function seconds(value: number): string {
  if (value < 10) return `${Number(value.toFixed(1))} s`;
  if (value < 100) return `${Math.round(value)} s`;
  if (value < 100 * 60) return `${Math.round(value / 60)} min`;
  if (value < 48 * 3600) return `${Math.round(value / 3600)} h`;
  return `${Math.round(value / 86_400)} days`;
}
