/** What was asked for cannot be done; the message says why. */
export class CommandError extends Error {
  readonly exitCode: number = 1;
}

/** The command was called with the wrong words; the message says which. */
export class UsageError extends CommandError {
  override readonly exitCode = 2;
}
