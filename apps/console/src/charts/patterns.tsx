import type { ChartData } from './chart-data';

/** Drawn over the colour of a series, so that nobody needs to see the colour. */
const STROKES = ['', 'M0 8L8 0', 'M0 4H8', 'M0 0L8 8', 'M4 0V8', 'M0 8L8 0M0 0L8 8'];

export const patternOf = (index: number) => `url(#series-${index % STROKES.length})`;

/** What the bars of the charts are filled with; once on a page. */
export function Patterns() {
  return (
    <svg className="patterns" aria-hidden="true" width="0" height="0">
      <defs>
        {STROKES.map((stroke, index) => (
          <pattern
            key={stroke}
            id={`series-${index}`}
            className={`tone-${index}`}
            width="8"
            height="8"
            patternUnits="userSpaceOnUse"
          >
            <rect width="8" height="8" />
            <path d={stroke || 'M0 0'} />
          </pattern>
        ))}
      </defs>
    </svg>
  );
}

/** How a series looks, beside its name. */
export function Swatch({ kind, index }: { kind: ChartData['kind']; index: number }) {
  return (
    <svg className="swatch" aria-hidden="true" viewBox="0 0 24 16">
      {kind === 'bars' ? (
        <rect width="24" height="16" fill={patternOf(index)} />
      ) : (
        <g className={`line tone-${index}`}>
          <path d="M0 8H24" />
          {index === 0 ? (
            <circle cx="12" cy="8" r="3.5" />
          ) : (
            <rect x="8.5" y="4.5" width="7" height="7" />
          )}
        </g>
      )}
    </svg>
  );
}
