import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { repositoryRoot } from './repository-root.ts';

const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 4000;
const KEPT_LINES = 40;

/** An app that did not start; the message is what the app itself said. */
export class StartError extends Error {}

export interface RunningApp {
  name: string;
  url: string;
  pid: number;
  /** Resolves when the process has ended, whoever ended it. */
  exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** Asks the process to end (SIGTERM), insists after four seconds, and resolves when it has ended. */
  stop: () => Promise<void>;
  /** Ends the process at once, as a crash would (SIGKILL), and resolves when it has ended. */
  kill: () => Promise<void>;
}

export interface AppCommand {
  name: string;
  /** Arguments of node, relative to the repository. */
  args: string[];
  env: Record<string, string | undefined>;
  /** Told every line the app writes. */
  onLine?: ((line: string) => void) | undefined;
}

/**
 * Starts one of the built apps and waits until it says where it listens: one line of JSON on standard output,
 * `{"event":"listening","url":…}`, or `{"event":"working"}` for one that does not listen.
 * @throws StartError with the app's own words
 */
export async function startApp({ name, args, env, onLine }: AppCommand): Promise<RunningApp> {
  const child = spawn(process.execPath, args, {
    cwd: repositoryRoot,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: Ctrl-C reaches the app through `stop` alone, once.
    detached: true,
  });
  endsWithUs(child);
  const exited = new Promise<Awaited<RunningApp['exited']>>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  try {
    const url = await untilListening(child, name, exited, onLine);
    return {
      name,
      url,
      pid: child.pid ?? 0,
      exited,
      stop: () => end(child, exited, 'SIGTERM'),
      kill: () => end(child, exited, 'SIGKILL'),
    };
  } catch (error) {
    await end(child, exited, 'SIGKILL');
    throw error;
  }
}

const running = new Set<ChildProcess>();

/** Whoever exits in the middle of something, as a test that is interrupted, leaves no app behind. */
function endsWithUs(child: ChildProcess): void {
  if (running.size === 0) process.on('exit', endAll);
  running.add(child);
  child.once('close', () => {
    running.delete(child);
    if (running.size === 0) process.off('exit', endAll);
  });
}

function endAll(): void {
  for (const child of running) {
    try {
      signalGroup(child, 'SIGKILL');
    } catch {
      // The others are ended all the same.
    }
  }
}

function untilListening(
  child: ChildProcess,
  name: string,
  exited: RunningApp['exited'],
  onLine?: (line: string) => void,
): Promise<string> {
  const said: string[] = [];
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new StartError(`${name} did not start within a minute.\n${said.join('\n')}`)),
      START_TIMEOUT_MS,
    );
    const read = (line: string) => {
      if (said.push(line) > KEPT_LINES) said.shift();
      onLine?.(line);
      const url = listeningUrl(line);
      if (url !== undefined) {
        clearTimeout(timer);
        resolve(url);
      }
    };
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) createInterface({ input: stream }).on('line', read);
    }
    void exited.then(({ code, signal }) => {
      clearTimeout(timer);
      const words = said.filter((line) => !line.startsWith('{')).join('\n');
      reject(new StartError(words || `${name} ended at start (${signal ?? code}).`));
    });
  });
}

function listeningUrl(line: string): string | undefined {
  if (!/^\{"event":"(listening|working)"/.test(line)) return undefined;
  return (JSON.parse(line) as { url?: string }).url ?? '';
}

async function end(
  child: ChildProcess,
  exited: RunningApp['exited'],
  signal: NodeJS.Signals,
): Promise<void> {
  signalGroup(child, signal);
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), STOP_TIMEOUT_MS);
  await exited;
  clearTimeout(timer);
}

/** The app and whatever it started itself: a watching node runs the app as its child. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
