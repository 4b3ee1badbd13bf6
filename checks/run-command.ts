import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const repositoryRoot = join(import.meta.dirname, '..');

/** Starts one of the repository's commands with this Node, as a person does at its root. */
export function runCommand(args: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, args, {
    cwd: repositoryRoot,
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const heard = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      heard.forEach((listener) => listener());
    });
  }
  const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  return {
    child,
    ended,
    said: () => said,
    /** Resolves when it has printed the words, rejects when it ends without them. */
    says: (words: string | RegExp) => {
      const isSaid = () => (typeof words === 'string' ? said.includes(words) : words.test(said));
      return Promise.race([
        new Promise<void>((resolve) => {
          const check = () => isSaid() && resolve();
          heard.add(check);
          check();
        }),
        ended.then(() => {
          if (!isSaid()) throw new Error(`It ended without saying "${words}":\n${said}`);
        }),
      ]);
    },
  };
}

/** Finds the apps of one run: the processes that have this folder in their environment. */
export async function appsIn(dataDir: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async (pid) => {
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
      return command.includes('dist/apps/') && environment.includes(dataDir) ? [pid] : [];
    }),
  );
  return found.flat();
}
