import { cleanUp, cleanUpAndExit, unlessEnding } from './cleanup-registry';

/**
 * Runs a command, says what went wrong, and leaves nothing open behind it: not on Ctrl-C, nor when whoever reads its
 * output has gone.
 */
export async function runMain(main: () => Promise<void>): Promise<void> {
  const end = () => void cleanUpAndExit();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
  for (const stream of [process.stdout, process.stderr]) stream.once('error', end);
  try {
    await main();
  } catch (error) {
    await unlessEnding();
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  } finally {
    await cleanUp();
  }
}
