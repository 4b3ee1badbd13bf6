import { topOf } from './chart-data';
import type { ChartData } from './chart-data';
import { Bars } from './bars';
import { Lines } from './lines';
import { HEIGHT, WIDTH } from './size';
import { Swatch } from './patterns';

/** A chart with its whole in words, what its series are, and the same values as a table. */
export function Chart({ data }: { data: ChartData }) {
  const { title, summary, kind, series, points, format } = data;
  const top = topOf(data);
  const Drawing = kind === 'bars' ? Bars : Lines;
  return (
    <figure className="card chart">
      <figcaption>
        <h3>{title}</h3>
        <p>{summary}</p>
      </figcaption>
      {top > 0 && (
        <>
          <div className="plot">
            <p aria-hidden="true">{format(top)}</p>
            <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${title}: ${summary}`}>
              <path className="axis" d={`M0 .5H${WIDTH}M0 ${HEIGHT - 0.5}H${WIDTH}`} />
              <Drawing data={data} top={top} />
            </svg>
            <p aria-hidden="true">
              {[points[0], points[Math.floor(points.length / 2)], points.at(-1)].map((point) => (
                <span key={point?.label}>{point?.label}</span>
              ))}
            </p>
          </div>
          <ul className="legend">
            {series.map((name, index) => (
              <li key={name}>
                <Swatch kind={kind} index={index} /> {name}
              </li>
            ))}
          </ul>
          <Table data={data} />
        </>
      )}
    </figure>
  );
}

function Table({ data: { title, series, points, format } }: { data: ChartData }) {
  return (
    <details>
      <summary>As a table</summary>
      <div className="scrolls" tabIndex={0} role="region" aria-label={`${title}, as a table`}>
        <table>
          <thead>
            <tr>
              <th scope="col">from</th>
              {series.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {points.map(({ label, values }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {values.map((value, index) => (
                  <td key={series[index]}>{value === null ? '–' : format(value)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
