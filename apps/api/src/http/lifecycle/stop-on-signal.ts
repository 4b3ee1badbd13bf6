import type { INestApplicationContext } from '@nestjs/common';
import { explainStart } from '../../explain-start';

/**
 * A planned end: on SIGTERM, SIGINT or SIGHUP the process finishes what is under way, stops the queue, closes the
 * database last, and exits with 0. Ctrl-C can arrive twice, from the terminal and from npm: only the first one counts.
 * @param before runs before the app is closed
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
  const onSignal = () => {
    if (stopping) return;
    stopping = true;
    stop().catch((error: unknown) => {
      process.stderr.write(`${explainStart(error)}\n`);
      process.exit(1);
    });
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, onSignal);
}
