import type { DatabaseKind } from '@shop/shop-harness/database/database-kind';
import type { Where } from '@shop/shop-harness/results/gathered-lines';
import { markdownTable } from '@shop/shop-harness/results/markdown-table';
import type { Drill, Measured } from '../drill';
import type { Report } from '../run-drill';

/** One run: where it was, and the result of each drill. */
export interface Run extends Where {
  reports: readonly Report[];
}

const DATABASES: readonly DatabaseKind[] = ['embedded', 'postgres'];
const HEADLINES = 3;

/** The table for the README: a line for each drill, with its first targets. */
export function compactTable(run: Run, drills: readonly Drill[]): string {
  const rows = drills.map(({ name, promise, says }) => [
    String(promise),
    says,
    ...DATABASES.map((database) => resultOf(reportOf(run, name, database), HEADLINES)),
  ]);
  return [
    markdownTable(['', 'promise', 'embedded', 'PostgreSQL'], rows),
    '',
    `${run.date}, ${run.machine}, ${minutesOf(run)}. All figures: [docs/drills.md](docs/drills.md).`,
  ].join('\n');
}

/** The table for docs/drills.md: a line for each drill and database, with every target and its measure. */
export function fullTable(run: Run, drills: readonly Drill[]): string {
  const rows = drills.flatMap(({ name, promise, databases }) =>
    databases.map((database) => {
      const report = reportOf(run, name, database);
      return [
        String(promise),
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
      ['', 'drill', 'database', 'measured, and the target where it is a bound', 'seconds'],
      rows,
    ),
  ].join('\n');
}

function resultOf(report: Report | undefined, most = Number.POSITIVE_INFINITY): string {
  if (!report) return '–';
  if ('skipped' in report) return `skipped: ${report.skipped}`;
  if ('error' in report) return `**not finished**: ${report.error.split('\n')[0]}`;
  const { missed = [], target, measured } = report;
  const figures = Object.entries(target)
    .sort(([one], [other]) => Number(missed.includes(other)) - Number(missed.includes(one)))
    .slice(0, Math.max(most, missed.length))
    .map(([name, bound]) => {
      const figure = `${words(name)} ${numberOf(measured[name])}`;
      if (missed.includes(name)) return `**${figure}, not ${bound}**`;
      return typeof bound === 'number' || most < Number.POSITIVE_INFINITY
        ? figure
        : `${figure} (${bound})`;
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
