const open = new Set<() => Promise<void>>();

/**
 * Registers something that must be closed at the end of the run, also after an error or Ctrl-C.
 * @returns closes it now; a second call does nothing
 */
export function onCleanUp(close: () => Promise<void>): () => Promise<void> {
  let closed: Promise<void> | undefined;
  const once = () => (closed ??= close().finally(() => open.delete(once)));
  open.add(once);
  return once;
}

/** Waits for a process that is starting, then ends it. If the start failed, there is nothing to end. */
export async function whenStarted<App>(
  starting: Promise<App>,
  end: (app: App) => Promise<void>,
): Promise<void> {
  const app = await starting.catch(() => undefined);
  if (app !== undefined) await end(app);
}

/**
 * Closes everything that is still open, the last opened first: processes, folders, databases.
 * @throws the first error, after everything else has been closed
 */
export async function cleanUp(): Promise<void> {
  const failures: unknown[] = [];
  for (const close of [...open].reverse()) {
    await close().catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
}

let ending = false;

/**
 * Closes everything and ends the process with exit code 1. Code that still runs meanwhile loses its databases and
 * processes; `unlessEnding` keeps it from reporting that, or from starting something new.
 */
export async function cleanUpAndExit(): Promise<void> {
  ending = true;
  try {
    await cleanUp();
  } finally {
    process.exit(1);
  }
}

/** Resolves at once; never resolves once the process is ending. */
export const unlessEnding = (): Promise<void> =>
  ending ? new Promise(() => undefined) : Promise.resolve();
