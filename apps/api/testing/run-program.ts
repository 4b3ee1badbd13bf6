import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { repositoryRoot } from '@shop/stack';

/**
 * Runs one of the API's built programs to its end, with nothing in its environment but PATH and `env`.
 * @param input what is typed into it
 */
export async function runProgram(
  program: 'orders' | 'staff',
  args: readonly string[],
  env: Record<string, string>,
  input = '',
): Promise<{ code: number; out: string; error: string }> {
  const script = join(repositoryRoot, `dist/apps/api/${program}.js`);
  const running = promisify(execFile)(process.execPath, [script, ...args], {
    env: { PATH: process.env['PATH'], ...env },
  });
  running.child.stdin?.end(input);
  try {
    const { stdout, stderr } = await running;
    return { code: 0, out: stdout, error: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, error: stderr };
  }
}
