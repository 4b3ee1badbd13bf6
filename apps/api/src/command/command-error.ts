/** The command was called with the wrong words; the message says which. */
export class CommandError extends Error {}
