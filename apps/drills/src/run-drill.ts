import type { DatabaseKind } from '@shop/shop-harness/database/database-kind';
import { unlessEnding } from '@shop/shop-harness/cleanup-registry';
import { findPostgresServer } from '@shop/shop-harness/database/postgres-server';
import { missesOf } from './drill';
import type { Drill, Finding, Length } from './drill';

/** One line of the output of `npm run drills`. */
export type Report = { drill: string; promise: number; database: DatabaseKind } & (
  | ({ ok: boolean; missed?: string[]; seconds: number } & Finding)
  | { ok: false; error: string; seconds: number }
  | { skipped: string }
);

/** Runs one drill on one database. A drill that fails to finish is a miss, with its error. */
export async function runDrill(
  drill: Drill,
  database: DatabaseKind,
  length: Length,
  say: (progress: string) => void = () => undefined,
): Promise<Report> {
  const what = { drill: drill.name, promise: drill.promise, database };
  if (database === 'postgres' && !(await findPostgresServer())) {
    return { ...what, skipped: 'no TEST_DATABASE_URL, and no PostgreSQL installed to start one' };
  }
  const reason = await drill.whyNot?.(database);
  if (reason !== undefined) return { ...what, skipped: reason };
  const start = performance.now();
  const seconds = () => Math.round((performance.now() - start) / 100) / 10;
  try {
    const { target, measured } = await drill.run({ database, say }, length);
    const missed = missesOf({ target, measured });
    return {
      ...what,
      ok: missed.length === 0,
      ...(missed.length > 0 && { missed }),
      target,
      measured,
      seconds: seconds(),
    };
  } catch (error) {
    await unlessEnding();
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ...what, ok: false, error: words, seconds: seconds() };
  }
}
