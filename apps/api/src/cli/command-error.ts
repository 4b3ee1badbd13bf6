/** The command is not possible; the message says why. */
export class CommandError extends Error {
  readonly exitCode: number = 1;
}

/** The command has wrong arguments; the message says which. */
export class UsageError extends CommandError {
  override readonly exitCode = 2;
}
