import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { repositoryRoot } from './repository-root.ts';

const START_TIMEOUT_MS = 60_000;
/** For an app that does not say how long its stop may take. */
const USUAL_STOP_MS = 4000;
/** A busy machine takes longer than the app reckons. */
const STOP_MARGIN_MS = 2000;
const KEPT_LINES = 40;
/** Not beside this file: the drills and benches are bundled. */
const END_WITH_PARENT = pathToFileURL(
  join(repositoryRoot, 'libs/stack/src/end-with-parent.mjs'),
).href;

/** An app that did not start; the message is what the app itself said. */
export class StartError extends Error {}

export interface RunningApp {
  name: string;
  url: string;
  pid: number;
  /** Resolves when the process has ended, whoever ended it. */
  exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** Asks the process to end (SIGTERM), kills it when it takes longer than it said, and resolves when it has ended. */
  stop: () => Promise<void>;
  /** Ends the process at once, as a crash would (SIGKILL), and resolves when it has ended. */
  kill: () => Promise<void>;
}

export interface AppCommand {
  name: string;
  /** Arguments of node, relative to the repository. */
  args: string[];
  env: Record<string, string | undefined>;
  /** Called with every line the app writes. */
  onLine?: ((line: string) => void) | undefined;
}

/** The line of JSON that an app writes on standard output when it is ready. */
interface ReadyLine {
  event: 'listening' | 'working';
  /** Where it listens; an app that runs jobs does not. */
  url?: string;
  /** How long its stop may take, in milliseconds. */
  stopsWithinMs?: number;
}

/**
 * Starts one of the built apps and waits for its ReadyLine. The app ends when this process ends, even by SIGKILL.
 * @throws StartError with what the app wrote
 */
export async function startApp({ name, args, env, onLine }: AppCommand): Promise<RunningApp> {
  const child = spawn(process.execPath, ['--import', END_WITH_PARENT, ...args], {
    cwd: repositoryRoot,
    env: { ...process.env, ...env },
    // Nothing is written to its standard input: that it ends tells the app that we have ended.
    stdio: ['pipe', 'pipe', 'pipe'],
    // A group of its own: Ctrl-C reaches the app through `stop` alone, once.
    detached: true,
  });
  endsWithUs(child);
  const exited = new Promise<Awaited<RunningApp['exited']>>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  try {
    const { url = '', stopsWithinMs } = await untilReady(child, name, exited, onLine);
    const timeoutMs = stopsWithinMs ? stopsWithinMs + STOP_MARGIN_MS : USUAL_STOP_MS;
    return {
      name,
      url,
      pid: child.pid ?? 0,
      exited,
      stop: () => end(child, exited, 'SIGTERM', timeoutMs),
      kill: () => end(child, exited, 'SIGKILL'),
    };
  } catch (error) {
    await end(child, exited, 'SIGKILL');
    throw error;
  }
}

const running = new Set<ChildProcess>();

/** A process that exits early, such as an interrupted test, leaves no app behind. */
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

function untilReady(
  child: ChildProcess,
  name: string,
  exited: RunningApp['exited'],
  onLine?: (line: string) => void,
): Promise<ReadyLine> {
  const said: string[] = [];
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new StartError(`${name} did not start within a minute.\n${said.join('\n')}`)),
      START_TIMEOUT_MS,
    );
    const read = (line: string) => {
      if (said.push(line) > KEPT_LINES) said.shift();
      onLine?.(line);
      const ready = readyLine(line);
      if (!ready) return;
      clearTimeout(timer);
      resolve(ready);
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

function readyLine(line: string): ReadyLine | undefined {
  if (!/^\{"event":"(listening|working)"/.test(line)) return undefined;
  return JSON.parse(line) as ReadyLine;
}

async function end(
  child: ChildProcess,
  exited: RunningApp['exited'],
  signal: NodeJS.Signals,
  timeoutMs = USUAL_STOP_MS,
): Promise<void> {
  signalGroup(child, signal);
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), timeoutMs);
  await exited;
  clearTimeout(timer);
}

/** Signals the app and what it has started itself: with --watch, node runs the app as its child. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
