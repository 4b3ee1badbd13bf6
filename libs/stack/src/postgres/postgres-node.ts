import { execFile } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { PostgresPrograms } from './postgres-programs.ts';
import { untilSays } from './until-says.ts';

const run = promisify(execFile);

const SETTINGS = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200'];

/** One PostgreSQL server: a folder with its files, and its processes while it runs. */
export class PostgresNode {
  readonly url: string;
  readonly folder: string;
  readonly port: number;
  readonly #programs: PostgresPrograms;
  readonly #settings: string[];
  #server: ChildProcess | undefined;
  #ended: Promise<void> | undefined;

  /** @param settings more parameters of the server, as name=value */
  constructor(programs: PostgresPrograms, folder: string, port: number, settings: string[]) {
    this.#programs = programs;
    this.folder = folder;
    this.port = port;
    this.#settings = settings;
    this.url = `postgres://shop@127.0.0.1:${port}/postgres`;
  }

  /** Makes the files of a new and empty server, whose only user is `shop`. */
  async init(): Promise<void> {
    const options = ['-U', 'shop', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
    await this.#programs.run('initdb', ['-D', this.folder, ...options]);
  }

  /** Starts it; resolves at the moment it says that it is ready to accept connections, or readers as a standby. */
  async start(): Promise<void> {
    const settings = [...SETTINGS, ...this.#settings].flatMap((setting) => ['-c', setting]);
    const server = this.#programs.spawnServer([
      ...['-D', this.folder, '-p', String(this.port)],
      ...settings,
    ]);
    this.#server = server;
    // Its processes share one stream of errors: the stream closes when the last of them has ended.
    this.#ended = new Promise((resolve) => server.once('close', () => resolve()));
    await untilSays(server, /ready to accept (read-only )?connections/, 'PostgreSQL');
  }

  /** Ends it as a crash does: no checkpoint, every connection cut (PostgreSQL's immediate shutdown). */
  async stop(): Promise<void> {
    if (!this.#runs()) return;
    this.#server?.kill('SIGQUIT');
    await this.#ended;
  }

  /** Ends all its processes at once (SIGKILL), as the loss of its machine does. */
  async kill(): Promise<void> {
    const server = this.#server;
    if (!server?.pid || !this.#runs()) return;
    // It is halted first, so that it starts no process that would be missed.
    server.kill('SIGSTOP');
    const { stdout } = await run('pgrep', ['-P', String(server.pid)]);
    for (const child of stdout.split('\n').filter(Boolean)) killIfThere(Number(child));
    server.kill('SIGKILL');
    await this.#ended;
  }

  removeFiles(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }

  #runs(): boolean {
    return this.#server?.exitCode === null && this.#server.signalCode === null;
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
