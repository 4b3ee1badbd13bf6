import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { repositoryRoot } from '@shop/stack';

const ENTRY = 'node_modules/@stripe/cli/bin/shim.js';

/** Nothing listens there, so the CLI's check for a newer version fails at once and does not wait for a network. */
const NOWHERE = 'http://127.0.0.1:9';

/** The CLI exists for Linux, macOS and Windows on Intel, and for Linux and macOS on ARM. */
export const isStripeCliMade =
  `${process.platform}-${process.arch}` in
  (createRequire(import.meta.url)('@stripe/cli/platforms.json') as object);

export interface CliRun {
  exitCode: number;
  /** What it printed on standard output and standard error. */
  said: string;
}

/** Stripe's official command line, unmodified, used against another server. */
export class StripeCli {
  private constructor(
    private readonly apiBase: string,
    /** Home folder of the CLI. The person's own may contain the keys of a real account. */
    private readonly home: string,
  ) {}

  /** @param apiBase origin of the server that is used instead of Stripe */
  static async open(apiBase: string): Promise<StripeCli> {
    return new StripeCli(apiBase, await mkdtemp(join(tmpdir(), 'stripe-cli-')));
  }

  /**
   * Runs one command to its end, whatever its exit code. A trigger can exit with 0 although one of its steps was
   * refused.
   */
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
