import type { ChartData } from './chart-data';
import { HEIGHT, WIDTH } from './size';
import { patternOf } from './patterns';

/** What is there is seen, however small a part it is. */
const LEAST = 2;

/** The series of a point, standing on each other. */
export function Bars({ data, top }: { data: ChartData; top: number }) {
  const step = WIDTH / data.points.length;
  return data.points.map(({ label, values }, n) => {
    let y = HEIGHT;
    return (
      <g key={label}>
        <title>{said(data, n)}</title>
        {values.map((value, index) => {
          if (!value) return null;
          const height = Math.max(LEAST, (value / top) * HEIGHT);
          y -= height;
          return (
            <rect
              key={data.series[index]}
              x={n * step + step * 0.1}
              y={Math.max(0, y)}
              width={step * 0.8}
              height={height}
              fill={patternOf(index)}
            />
          );
        })}
      </g>
    );
  });
}

/** Pure: a point in words, for a pointer that rests on it. */
export function said({ series, points, format }: ChartData, n: number): string {
  const { label = '', values = [] } = points[n] ?? {};
  const parts = values.flatMap((value, index) =>
    value === null ? [] : [`${series[index]} ${format(value)}`],
  );
  return `${label}: ${parts.join(', ')}`;
}
