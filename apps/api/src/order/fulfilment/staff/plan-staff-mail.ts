/** So many e-mails of their own in the window; what comes after them waits for its end, and goes out as one e-mail. */
export const MOST_IN_WINDOW = 5;
export const WINDOW_MS = 15 * 60 * 1000;

/**
 * How staff are told of one more thing. Pure.
 * @param hasWaited whether it has waited for the end of a window already
 * @param sentAt when e-mails to staff were sent within the last window, in their order; a digest is one
 * @returns `alone`: in an e-mail of its own; `digest`: together with all that waits; else when to ask again
 */
export function planStaffMail(
  hasWaited: boolean,
  sentAt: readonly Date[],
  now: Date,
): 'alone' | 'digest' | { notBefore: Date } {
  if (hasWaited) return 'digest';
  const freesNext = sentAt.at(-MOST_IN_WINDOW);
  if (!freesNext) return 'alone';
  const notBefore = new Date(freesNext.getTime() + WINDOW_MS);
  return notBefore > now ? { notBefore } : 'alone';
}
