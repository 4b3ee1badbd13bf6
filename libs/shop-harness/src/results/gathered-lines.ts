import { readFile } from 'node:fs/promises';
import { describeMachine } from './machine';

/** Where and when something was measured: the first line of a run's output. */
export interface Where {
  machine: string;
  date: string;
}

/** This machine, today. */
export const whereNow = async (): Promise<Where> => ({
  machine: await describeMachine(),
  date: new Date().toISOString().slice(0, 10),
});

/** Reads the output of an earlier run from a file: its lines of JSON. Other lines are ignored. */
export async function readLines<Line>(file: string): Promise<Where & { reports: Line[] }> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.startsWith('{'));
  const [where, ...reports] = lines.map((line) => JSON.parse(line) as unknown);
  return { ...(where as Where), reports: reports as Line[] };
}
