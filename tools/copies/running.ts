import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/**
 * Waits until a process says something.
 * @returns what it said in answer to the pattern
 * @throws with all it said, when it ends first
 */
export async function says(child: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
  let said = '';
  const ended = once(child, 'close');
  const heard = new Promise<RegExpExecArray>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        const match = pattern.exec(said);
        if (match) resolve(match);
      });
    }
  });
  return Promise.race([
    heard,
    ended.then(() => {
      throw new Error(`It ended without saying ${String(pattern)}:\n${said}`);
    }),
  ]);
}

/** Ends a process and all it started, as Ctrl-C does, and waits for its end. */
export async function interrupt(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const ended = once(child, 'close');
  process.kill(-(child.pid ?? 0), 'SIGINT');
  const [code] = (await ended) as [number | null];
  return code;
}
