/** DATA_DIR is no folder that this process can use. The message names it, and says what to do. */
export class DataDirError extends Error {
  constructor(folder: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(
      `The folder ${folder} (DATA_DIR) cannot be used (${reason}). ` +
        'Give it to the user that runs this process, or set DATA_DIR to another one.',
      { cause },
    );
  }
}

/** @throws DataDirError for whatever the file system refuses */
export function usingDataDir<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new DataDirError(folder, error);
  }
}
