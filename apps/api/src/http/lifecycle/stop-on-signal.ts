import type { INestApplicationContext } from '@nestjs/common';
import { explainStart } from '../../explain-start';

/**
 * A planned end: on SIGTERM or SIGINT what is under way is finished, the queue stops, the database is closed last, and
 * the process ends with 0. Ctrl-C can reach it twice, from the terminal and from npm: the first one counts.
 * @param before what comes before the app is closed
 */
export function stopOnSignal(
  app: INestApplicationContext,
  before: () => Promise<void> = () => Promise.resolve(),
): void {
  const stop = async () => {
    await before();
    await app.close();
    process.exit(0);
  };
  let stopping = false;
  const hear = () => {
    if (stopping) return;
    stopping = true;
    stop().catch((error: unknown) => {
      process.stderr.write(`${explainStart(error)}\n`);
      process.exit(1);
    });
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, hear);
}
