import { caps } from '../database/caps';
import { limits } from '../rate-limit/limits';
import { endpoints } from './endpoints';
import type { ApiDocument } from './endpoints';
import { logFields } from '../http/logging/log-fields';
import { serverTimeouts } from '../http/lifecycle/server-timeouts';
import { stopTimes, stopsWithinMs } from '../http/lifecycle/stop-times';
import { metricList } from '../metrics/metric-list';
import type { MetricDefinition } from '../metrics/metric-list';
import { variables } from './variables';

/** The tables of docs/operations.md, by the name of their markers. */
export function operationsTables(document: ApiDocument): Record<string, string> {
  return {
    endpoints: table(
      ['endpoint', 'what it is', 'answers'],
      endpoints(document).map(({ method, path, words, statuses }) => [
        code(`${method} ${path}`),
        words,
        statuses.join(', '),
      ]),
    ),
    metrics: table(
      ['metric', 'type', 'labels', 'what it is'],
      Object.entries<MetricDefinition>(metricList).map(([name, { type, labels, help }]) => [
        code(name),
        type,
        labels.map(code).join(', '),
        help,
      ]),
    ),
    log: table(
      ['field', 'what it is'],
      Object.entries(logFields).map(([name, words]) => [code(name), words]),
    ),
    limits: table(
      ['limit', 'at most', 'in seconds', 'what is counted'],
      Object.entries(limits).map(([name, { max, windowMs, words }]) => [
        code(name),
        String(max),
        String(windowMs / 1000),
        words,
      ]),
    ),
    caps: table(
      ['bound', 'at most', 'what it is'],
      Object.entries(caps).map(([name, { max, words }]) => [code(name), String(max), words]),
    ),
    timeouts: table(
      ['limit', 'ms', 'what it is'],
      Object.entries(serverTimeouts).map(([name, { ms, words }]) => [
        code(name),
        String(ms),
        words,
      ]),
    ),
    stop: table(
      ['step', 'ms', 'what it is'],
      [
        ...Object.entries(stopTimes).map(([name, { ms, words }]) => [
          code(name),
          String(ms),
          words,
        ]),
        [code('all'), String(stopsWithinMs), 'From the signal to the end of the process.'],
      ],
    ),
    variables: table(
      ['variable', 'default', 'what it is'],
      variables.map(({ name, usual, required, words }) => [
        code(name),
        required ? 'required' : usual === undefined ? '' : code(usual),
        words,
      ]),
    ),
  };
}

/** Puts each table between its markers: `<!-- name -->` and `<!-- /name -->`. @throws where a marker is missing */
export function withTables(text: string, tables: Record<string, string>): string {
  return Object.entries(tables).reduce((document, [name, rows]) => {
    const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [start, end] = [document.indexOf(open), document.indexOf(close)];
    if (start < 0 || end < start)
      throw new Error(`There is no ${open} … ${close} in the document.`);
    return `${document.slice(0, start + open.length)}\n\n${rows}\n\n${document.slice(end)}`;
  }, text);
}

const code = (text: string) => `\`${text}\``;

/** Markdown, padded as Prettier does. */
function table(head: string[], rows: string[][]): string {
  const cells = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  const [first = [], ...others] = cells;
  return [line(first), rule, ...others.map(line)].join('\n');
}
