/** The other side of a channel has not taken a step. */
export class DeliveryError extends Error {
  /**
   * @param code what it answered, such as 550 or 503. No personal data: it is stored and logged
   * @param isFinal whether trying again cannot help
   */
  constructor(
    readonly code: string,
    readonly isFinal: boolean,
  ) {
    super(`Not delivered: ${code}.`);
  }
}

/** @returns what is known about the failure of an attempt, without the error's own text, which may name the shopper */
export function asDeliveryError(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error;
  return new DeliveryError(codeOf(error), false);
}

/** The system's code of a network error, which fetch wraps; else the error's class. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error.cause instanceof Error) return codeOf(error.cause);
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && code ? code : error.name;
}
