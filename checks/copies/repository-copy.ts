import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { cleanEnvironment } from './clean-environment.ts';
import { interrupt } from './running.ts';

const repositoryRoot = join(import.meta.dirname, '../..');

/** Built files, caches and data of this machine. */
const NOT_COPIED = new Set(['.git', '.nx', '.data', 'dist', 'node_modules', 'test-results', 'tmp']);

/** For the longest one, a whole test run. */
const COMMAND_TIMEOUT_MS = 30 * 60_000;

export interface Ended {
  /** null when a signal ended it, or the time-out. */
  code: number | null;
  /** Everything the command has printed, without colours, which nx asks of its tasks whatever it is told. */
  output: string;
}

/** A copy of the repository in the temporary folder, to be changed and tried. It shares the installed packages by a link. */
export class RepositoryCopy {
  readonly root: string;

  private constructor(root: string) {
    this.root = root;
  }

  /** @param without folders that are left out, as seen from the root: `apps/api` */
  static async make({
    without = [],
  }: { without?: readonly string[] } = {}): Promise<RepositoryCopy> {
    const root = await realpath(await mkdtemp(join(tmpdir(), 'repository-')));
    await cp(repositoryRoot, root, {
      recursive: true,
      filter: (source) =>
        !NOT_COPIED.has(basename(source)) && !without.includes(relative(repositoryRoot, source)),
    });
    await symlink(join(repositoryRoot, 'node_modules'), join(root, 'node_modules'));
    return new RepositoryCopy(root);
  }

  path(file: string): string {
    return join(this.root, file);
  }

  read(file: string): Promise<string> {
    return readFile(this.path(file), 'utf8');
  }

  /**
   * Replaces a text in a file, every time it occurs.
   * @throws when the text is not there: a change that changes nothing proves nothing
   */
  async change(file: string, from: string, to: string): Promise<void> {
    const text = await this.read(file);
    if (!text.includes(from)) throw new Error(`${file} does not say ${from}`);
    await writeFile(this.path(file), text.replaceAll(from, to));
  }

  /** Puts text in front of a file. */
  async prepend(file: string, text: string): Promise<void> {
    await writeFile(this.path(file), text + (await this.read(file)));
  }

  /** Starts a command in the copy, as a person types it at its root. */
  start(command: string, env: Record<string, string> = {}): ChildProcess {
    return spawn(command, {
      cwd: this.root,
      shell: true,
      env: { ...cleanEnvironment(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that whatever the command starts can be ended with it.
      detached: true,
    });
  }

  /** Runs a command to its end. After the time-out it is interrupted, and its code is null. */
  async run(
    command: string,
    env: Record<string, string> = {},
    timeoutMs = COMMAND_TIMEOUT_MS,
  ): Promise<Ended> {
    const child = this.start(command, env);
    let output = '';
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      output += `\nIt did not end within ${timeoutMs / 1000} seconds.`;
      void interrupt(child);
    }, timeoutMs);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    const [code] = (await once(child, 'close')) as [number | null];
    clearTimeout(timer);
    return { code: isLate ? null : code, output: stripVTControlCharacters(output) };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.root, { recursive: true, force: true });
  }
}
