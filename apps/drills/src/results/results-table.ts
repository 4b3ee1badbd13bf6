import type { DatabaseKind } from '@shop/shop-harness/database/database-kind';
import type { Where } from '@shop/shop-harness/results/gathered-lines';
import { markdownTable } from '@shop/shop-harness/results/markdown-table';
import type { Drill, Measured } from '../drill';
import type { Report } from '../run-drill';

/** One run: where it was, and the result of each drill. */
export interface Run extends Where {
  reports: readonly Report[];
}

/** The drill whose figures stand in the README. */
const HEADLINE = 'kill-in-storm';

/** Two lines for the README: how many drills were kept, and what the storm with kills measured. */
export function headlines(run: Run): string {
  const finished = run.reports.flatMap((report) => ('skipped' in report ? [] : [report]));
  const kept = finished.filter(({ ok }) => ok).length;
  const missed = finished
    .filter(({ ok }) => !ok)
    .map(({ drill, database }) => `${drill} on ${database}`);
  const all = `${kept} of ${finished.length} drills kept`;
  const outcome = missed.length > 0 ? `${all}, **missed: ${missed.join(', ')}**` : all;
  const storm = reportOf(run, HEADLINE, 'postgres') ?? reportOf(run, HEADLINE, 'embedded');
  return [
    `- Promises: ${outcome} ([all of them](docs/drills.md); ${run.date}, ${run.machine}).`,
    ...(storm
      ? [`- A storm of events while the API is killed again and again: ${resultOf(storm)}.`]
      : []),
  ].join('\n');
}

/** The table for docs/drills.md: a line for each drill and database, with every target and its measure. */
export function fullTable(run: Run, drills: readonly Drill[]): string {
  const rows = drills.flatMap(({ name, promise, says, databases }) =>
    databases.map((database) => {
      const report = reportOf(run, name, database);
      return [
        String(promise),
        says,
        name,
        database,
        resultOf(report),
        report && 'seconds' in report ? String(report.seconds) : '',
      ];
    }),
  );
  return [
    `${run.date}, ${run.machine}. All of it took ${minutesOf(run)}.`,
    '',
    markdownTable(
      [
        '',
        'promise',
        'drill',
        'database',
        'measured, and the target where it is a bound',
        'seconds',
      ],
      rows,
    ),
  ].join('\n');
}

function resultOf(report: Report | undefined): string {
  if (!report) return '–';
  if ('skipped' in report) return `skipped: ${report.skipped}`;
  if ('error' in report) return `**not finished**: ${report.error.split('\n')[0]}`;
  const { missed = [], target, measured } = report;
  const figures = Object.entries(target)
    .sort(([one], [other]) => Number(missed.includes(other)) - Number(missed.includes(one)))
    .map(([name, bound]) => {
      const figure = `${words(name)} ${numberOf(measured[name])}`;
      if (missed.includes(name)) return `**${figure}, not ${bound}**`;
      return typeof bound === 'number' ? figure : `${figure} (${bound})`;
    });
  return `${missed.length > 0 ? 'missed' : 'kept'}: ${figures.join(', ')}`;
}

const reportOf = ({ reports }: Run, name: string, database: DatabaseKind) =>
  reports.find((report) => report.drill === name && report.database === database);

function minutesOf({ reports }: Run): string {
  const seconds = reports.reduce(
    (sum, report) => sum + ('seconds' in report ? report.seconds : 0),
    0,
  );
  return `${Math.round(seconds / 6) / 10} minutes`;
}

const words = (name: string) =>
  name.replace(/[A-Z]|\d+/g, (part) => ` ${part.toLowerCase()}`).trim();

const numberOf = (value: Measured[string] | undefined) =>
  typeof value === 'number' ? value.toLocaleString('en') : 'unknown';
