import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Less than a test may take, so that a test that waits in vain still ends what it started. */
const SAYS_WITHIN_MS = 150_000;
const STOPS_WITHIN_MS = 15_000;

/**
 * Waits until a process prints something.
 * @returns the match of the pattern
 * @throws with all it printed, when it ends first or does not print it within two and a half minutes
 */
export async function says(child: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
  let said = '';
  let timer: NodeJS.Timeout | undefined;
  const heard = new Promise<RegExpExecArray>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        const match = pattern.exec(said);
        if (match) resolve(match);
      });
    }
  });
  const gaveUp = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, SAYS_WITHIN_MS, 'It did not say in time');
  });
  const ended = once(child, 'close').then(() => 'It ended without saying');
  const outcome = await Promise.race([heard, ended, gaveUp]);
  clearTimeout(timer);
  if (typeof outcome === 'string') throw new Error(`${outcome} ${String(pattern)}:\n${said}`);
  return outcome;
}

/** Ends a process and all it started, as Ctrl-C does (SIGINT), and waits for its end. SIGKILL follows after a time-out. */
export async function interrupt(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.pid === undefined) return child.exitCode;
  const group = -child.pid;
  const ended = once(child, 'close');
  process.kill(group, 'SIGINT');
  const timer = setTimeout(() => process.kill(group, 'SIGKILL'), STOPS_WITHIN_MS);
  const [code] = (await ended) as [number | null];
  clearTimeout(timer);
  return code;
}
