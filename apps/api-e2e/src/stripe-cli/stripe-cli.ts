import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { repositoryRoot } from '@shop/stack';

const ENTRY = 'node_modules/@stripe/cli/bin/shim.js';

/** Nothing listens there: the CLI's look for a newer version ends at once instead of waiting for a network. */
const NOWHERE = 'http://127.0.0.1:9';

/** It exists for Linux, macOS and Windows on Intel, and for Linux and macOS on ARM. */
export const isStripeCliMade =
  `${process.platform}-${process.arch}` in
  (createRequire(import.meta.url)('@stripe/cli/platforms.json') as object);

export interface CliRun {
  exitCode: number;
  /** What it printed, on both streams. */
  said: string;
}

/** Stripe's official command line, unmodified, pointed at another server than Stripe. */
export class StripeCli {
  private constructor(
    private readonly apiBase: string,
    /** Instead of the person's own folder, which may hold the keys of a real account. */
    private readonly home: string,
  ) {}

  /** @param apiBase origin of the server that speaks like Stripe */
  static async open(apiBase: string): Promise<StripeCli> {
    return new StripeCli(apiBase, await mkdtemp(join(tmpdir(), 'stripe-cli-')));
  }

  /** Runs one command to its end, whatever its exit code; a trigger can exit 0 although a step of it was refused. */
  async run(...args: string[]): Promise<CliRun> {
    const to = ['--api-base', this.apiBase, '--api-key', 'sk_test_sandbox', '--color', 'off'];
    const child = spawn(process.execPath, [ENTRY, ...args, ...to], {
      cwd: repositoryRoot,
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        HOME: this.home,
        USERPROFILE: this.home,
        XDG_CONFIG_HOME: this.home,
        HTTPS_PROXY: NOWHERE,
        STRIPE_CLI_TELEMETRY_OPTOUT: '1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const closed = new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve(code ?? 1));
    });
    const [out, err, exitCode] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      closed,
    ]);
    return { exitCode, said: out + err };
  }

  async close(): Promise<void> {
    await rm(this.home, { recursive: true, force: true });
  }
}
