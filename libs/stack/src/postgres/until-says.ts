import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

const MOST_LINES = 20;

/**
 * Resolves when a program says this on standard error.
 * @param name of it, for the error
 * @throws with the last lines that it said, when it ends before
 */
export function untilSays(program: ChildProcess, wanted: RegExp, name: string): Promise<void> {
  const said: string[] = [];
  return new Promise((resolve, reject) => {
    if (program.stderr) {
      createInterface({ input: program.stderr }).on('line', (line) => {
        if (said.push(line) > MOST_LINES) said.shift();
        if (wanted.test(line)) resolve();
      });
    }
    program.once('error', reject);
    program.once('close', () => reject(new Error(`${name} ended:\n${said.join('\n')}`)));
  });
}
