import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { repositoryRoot } from '@shop/stack';

const TIMEOUT_MS = 60_000;

/** What a command wrote, and its exit code. */
export interface CommandOutput {
  code: number;
  out: string;
  error: string;
}

/** Runs the built `npm run orders`, or `npm run staff`. */
export function runOrders(
  args: string[],
  env: Record<string, string>,
  command: 'orders' | 'staff' = 'orders',
): Promise<CommandOutput> {
  const script = join(repositoryRoot, `dist/apps/api/${command}.js`);
  const options = { env: { PATH: process.env['PATH'], ...env }, timeout: TIMEOUT_MS };
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], options, (failed, out, error) => {
      resolve({ code: failed ? Number(failed.code ?? 1) : 0, out, error });
    });
  });
}
