import { setTimeout as wait } from 'node:timers/promises';
import type { RunningApp } from '../start-app.ts';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5000;
/** One that has run so long was not at fault itself, and starts again at once. */
const HEALTHY_MS = 500;

export interface Kept {
  stop: () => Promise<void>;
}

/** Told what becomes of it. */
export interface KeeperReports {
  onStarted: (app: RunningApp) => void;
  onEnded: (why: string) => void;
}

/**
 * Starts an app and starts it again whenever it ends; one that ends as soon as it runs, after growing pauses. Resolves when it runs for the
 * first time.
 * @throws StartError when it does not start the first time
 */
export async function keepRunning(
  start: () => Promise<RunningApp>,
  { onStarted, onEnded }: KeeperReports,
): Promise<Kept> {
  const stopping = new AbortController();
  let app: RunningApp | undefined = await start();
  onStarted(app);
  let pauseMs = 0;

  const keep = async () => {
    let since = performance.now();
    while (!stopping.signal.aborted) {
      if (app) {
        const { code, signal } = await app.exited;
        if (stopping.signal.aborted) return;
        onEnded(String(signal ?? code));
        if (performance.now() - since > HEALTHY_MS) pauseMs = 0;
      }
      await wait(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      pauseMs = Math.min(Math.max(pauseMs * 2, FIRST_PAUSE_MS), LONGEST_PAUSE_MS);
      try {
        app = await start();
        since = performance.now();
        if (!stopping.signal.aborted) onStarted(app);
      } catch (error) {
        app = undefined;
        onEnded(error instanceof Error ? error.message : String(error));
      }
    }
  };
  const kept = keep();
  return {
    stop: async () => {
      stopping.abort();
      await app?.stop();
      await kept;
      // One that was being started when the stop came.
      await app?.stop();
    },
  };
}
