/** The embedded database does not open. The message names the folder, and says what to do. */
export class DatabaseFolderError extends Error {
  constructor(folder: string, cause: unknown) {
    const reason = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
    super(
      `The embedded database in ${folder} does not open (${reason}). ` +
        'If its first start was cut off, no order is in it: delete the folder and start again. ' +
        'Otherwise keep a copy of it, and put a backup in its place or give this process another DATA_DIR.',
      { cause },
    );
  }
}
