const open = new Set<() => Promise<void>>();

/** Remembers what has to be closed, however the run ends. Closing it twice does nothing. */
export function onCleanUp(close: () => Promise<void>): () => Promise<void> {
  let closed: Promise<void> | undefined;
  const once = () => (closed ??= close().finally(() => open.delete(once)));
  open.add(once);
  return once;
}

/** Ends what is only just starting: by then it has started, or has failed and is nothing to end. */
export async function whenStarted<App>(
  starting: Promise<App>,
  end: (app: App) => Promise<void>,
): Promise<void> {
  const app = await starting.catch(() => undefined);
  if (app !== undefined) await end(app);
}

/**
 * Closes everything that is still open, last opened first: processes, folders, databases.
 * @throws what the first of them threw that could not be closed, when all others are
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
 * Closes everything and ends the process. Whatever still runs meanwhile loses what it works on; `unlessEnding` keeps it
 * from going on with something new.
 */
export async function cleanUpAndExit(): Promise<void> {
  ending = true;
  try {
    await cleanUp();
  } finally {
    process.exit(1);
  }
}

/** Resolves at once, or never when everything is being closed. */
export const unlessEnding = (): Promise<void> =>
  ending ? new Promise(() => undefined) : Promise.resolve();
