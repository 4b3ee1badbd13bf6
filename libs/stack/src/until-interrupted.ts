const LOOK_INTERVAL_MS = 250;
/** Ctrl-C can arrive twice at once, from the terminal and from npm. */
const SAME_SIGNAL_MS = 1000;

/**
 * Resolves when this process should stop: on SIGINT, SIGTERM or SIGHUP, or when its parent has ended. npm does not pass
 * SIGHUP on, and cannot pass SIGKILL on; then the operating system gives this process another parent.
 *
 * A second signal, later than a second after the first, ends the process at once, and with it what it has started.
 */
export function untilInterrupted(): Promise<void> {
  // A terminal that is closed takes no more output; that must not end the stop half-way.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const parent = process.ppid;
  let since: number | undefined;
  return new Promise((resolve) => {
    const interrupt = () => {
      if (since !== undefined && performance.now() - since > SAME_SIGNAL_MS) process.exit(1);
      since ??= performance.now();
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt);
    const timer = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(timer);
      interrupt();
    }, LOOK_INTERVAL_MS).unref();
  });
}
