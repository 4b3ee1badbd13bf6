import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

export interface Program {
  /** What the program writes to file descriptor 3. */
  channel: Readable;
  /** Ends it with all that it has started, and resolves when it has ended. */
  stop: () => Promise<void>;
}

/** Starts an installed program, in a process group of its own so that its children end with it. */
export function startProgram(
  path: string,
  args: string[],
  env: Record<string, string | undefined> = {},
): Program {
  const child = spawn(path, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const exited = once(child, 'exit');
  const signal = () => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  };
  process.once('exit', signal);
  return {
    channel: child.stdio[3] as Readable,
    stop: async () => {
      process.off('exit', signal);
      signal();
      await exited;
    },
  };
}
