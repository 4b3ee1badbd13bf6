import { cleanUp, cleanUpAndExit, unlessEnding } from './cleanup-registry';

/**
 * Runs the main function of a command, prints its error, and cleans up at the end: also on Ctrl-C, and when the reader
 * of its output has gone (EPIPE). Sets the exit code to 1 on an error.
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
