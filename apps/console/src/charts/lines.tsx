import { said } from './bars';
import type { ChartData } from './chart-data';
import { HEIGHT, WIDTH } from './size';

const ROOM = 6;

/** Each series as a line of its own, with a mark for each value: a circle, or a square. It is broken where nothing is known. */
export function Lines({ data, top }: { data: ChartData; top: number }) {
  const step = WIDTH / data.points.length;
  const x = (n: number) => (n + 0.5) * step;
  const y = (value: number) => HEIGHT - ROOM - (value / top) * (HEIGHT - 2 * ROOM);
  return data.series.map((name, index) => {
    const values = data.points.map(({ values: all }) => all[index] ?? null);
    return (
      <g key={name} className={`line tone-${index}`}>
        <path d={path(values, x, y)} />
        {values.map((value, n) =>
          value === null ? null : (
            <g key={data.points[n]?.label}>
              <title>{said(data, n)}</title>
              {index === 0 ? (
                <circle cx={x(n)} cy={y(value)} r={3.5} />
              ) : (
                <rect x={x(n) - 3.5} y={y(value) - 3.5} width={7} height={7} />
              )}
            </g>
          ),
        )}
      </g>
    );
  });
}

type Place = (value: number) => number;

function path(values: (number | null)[], x: Place, y: Place): string {
  const parts = values.map((value, n) => {
    if (value === null) return '';
    return `${(values[n - 1] ?? null) === null ? 'M' : 'L'}${x(n).toFixed(1)} ${y(value).toFixed(1)}`;
  });
  return parts.join('');
}
