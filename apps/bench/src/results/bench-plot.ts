import type { Bound } from '@shop/shop-harness/results/bound';
import type { Row } from '../bench';
import type { BenchRun } from './bench-table';
import { numberOf } from './bench-table';

const [WIDTH, LABEL, ROW, TOP, PLOT] = [760, 330, 22, 46, 330];
/** Of the target, on both sides of it: the axis is logarithmic. */
const MOST = 8;

/** A row with a target: how far it is on the good side of it. */
interface Bar {
  title: string;
  words: string;
  /** 1: exactly the target; 2: twice as good. */
  score: number;
  spread?: readonly number[];
}

/**
 * Every row that has a target, as a picture (SVG): how many times better than its target, with the spread of the rounds.
 * It follows the reader's choice of light or dark.
 */
export function benchPlot(run: BenchRun): string {
  const bars = run.reports.flatMap((line) => ('value' in line ? barOf(line) : []));
  const height = TOP + bars.length * ROW + 12;
  const at = (score: number) =>
    LABEL + (PLOT * (Math.log2(within(score)) + Math.log2(MOST))) / (2 * Math.log2(MOST));
  const lines = bars.map(({ title, words, score, spread }, index) => {
    const y = TOP + index * ROW;
    const [from, to] = [Math.min(at(1), at(score)), Math.max(at(1), at(score))];
    const whisker =
      spread &&
      `<path class="spread" d="M${round(at(spread[0] ?? score))} ${y + 8}H${round(at(spread[1] ?? score))}"/>`;
    return [
      `<text x="${LABEL - 10}" y="${y + 12}" text-anchor="end">${escaped(title)}</text>`,
      `<rect class="${score >= 1 ? 'reached' : 'missed'}" x="${round(from)}" y="${y + 2}" width="${round(to - from)}" height="12"/>`,
      whisker ?? '',
      `<text x="${LABEL + PLOT + 10}" y="${y + 12}">${escaped(words)}</text>`,
    ].join('');
  });
  const axis = [0.25, 0.5, 1, 2, 4].map(
    (score) =>
      `<path class="${score === 1 ? 'target' : 'grid'}" d="M${round(at(score))} ${TOP - 6}V${height - 10}"/>` +
      `<text x="${round(at(score))}" y="${TOP - 12}" text-anchor="middle">${score === 1 ? 'target' : `${score} ×`}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Each measured row against its target">
<style>text{font:11px system-ui,sans-serif;fill:#333}.reached{fill:#2f7d5b}.missed{fill:#b4542c}.grid{stroke:#ddd}.target{stroke:#333}.spread{stroke:#111;stroke-width:1.5}
@media (prefers-color-scheme:dark){text{fill:#ddd}.reached{fill:#4fae85}.missed{fill:#e08155}.grid{stroke:#444}.target{stroke:#ddd}.spread{stroke:#fff}}</style>
<text x="${LABEL - 10}" y="14" text-anchor="end">${escaped(`${run.date}, ${run.machine.split(',')[0]}`)}</text>
${[...axis, ...lines].join('\n')}
</svg>
`;
}

function barOf({ title, target, value, unit, ratio, spread }: Row): Bar[] {
  if (!target) return [];
  if ('value' in target) {
    const words = `${numberOf(value)} ${unit}`;
    return [{ title, words, score: scoreOf(value, target.value) }];
  }
  const bound = target.ratio;
  return [
    {
      title,
      words: `${numberOf(ratio)} ×`,
      score: scoreOf(ratio, bound),
      ...(spread && { spread: spread.map((one) => scoreOf(one, bound)) }),
    },
  ];
}

function scoreOf(value: number, bound: Bound): number {
  const limit = Number(String(bound).replace(/^[<>]= /, ''));
  return String(bound).startsWith('<=') ? limit / value : value / limit;
}

const within = (score: number) => Math.min(MOST, Math.max(1 / MOST, score));
const round = (value: number) => Number(value.toFixed(1));
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
