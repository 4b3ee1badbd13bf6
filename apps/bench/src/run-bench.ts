import { unlessEnding } from '@shop/shop-harness/cleanup-registry';
import { findPostgresServer } from '@shop/shop-harness/database/postgres-server';
import { isReached } from './bench';
import type { Bench, Length, Row, Say, Skipped } from './bench';

/** One line of the output of `npm run bench`. A quick run checks no target. */
export type Line = { bench: string; quick?: true } & (
  (Row & { reached?: boolean }) | Skipped | { error: string }
);

/** Runs one bench, row by row. If it fails, the last line has its error. */
export async function* runBench(
  bench: Bench,
  length: Length,
  say: Say = () => undefined,
): AsyncGenerator<Line> {
  const which = { bench: bench.name, ...(length === 'quick' && { quick: true as const }) };
  if (bench.needsPostgres && !(await findPostgresServer())) {
    yield {
      ...which,
      what: bench.says,
      skipped: 'no TEST_DATABASE_URL, and no PostgreSQL installed to start one',
    };
    return;
  }
  try {
    for await (const row of bench.run(length, say)) {
      const isHeld = 'target' in row && length === 'full';
      yield { ...which, ...row, ...(isHeld && { reached: isReached(row) }) };
    }
  } catch (error) {
    await unlessEnding();
    yield {
      ...which,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}
