/** What a chart shows: a value of each series for each point; null: nothing is known of it. */
export interface ChartData {
  title: string;
  /** The whole of it, in words. */
  summary: string;
  /** `bars`: the series of a point stand on each other. `lines`: each series is a line of its own. */
  kind: 'bars' | 'lines';
  series: string[];
  points: { label: string; values: (number | null)[] }[];
  format: (value: number) => string;
}

/** The largest height that is drawn; 0: there is nothing to draw. Pure. */
export function topOf({ kind, points }: ChartData): number {
  const heights = points.map(({ values }) => {
    const known = values.map((value) => value ?? 0);
    return kind === 'bars' ? known.reduce((sum, value) => sum + value, 0) : Math.max(0, ...known);
  });
  return Math.max(0, ...heights);
}
