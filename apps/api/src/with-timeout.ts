/**
 * Waits for the work, but no longer than `ms` milliseconds. The work itself goes on; if it fails later, nobody is told.
 * @param onTimeout gives the result when the time is over, or throws the error to reject with
 */
export async function withTimeout<T, Late>(
  work: Promise<T>,
  ms: number,
  onTimeout: () => Late,
): Promise<T | Late> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms))).then(onTimeout);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
