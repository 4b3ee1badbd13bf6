import { closeLeftovers } from './leftovers';

/** Runs a command, says what went wrong, and leaves nothing open behind it: not on Ctrl-C either. */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void closeLeftovers().finally(() => process.exit(1)));
  }
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  } finally {
    await closeLeftovers();
  }
}
