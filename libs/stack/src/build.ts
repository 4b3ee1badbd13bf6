import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { repositoryRoot } from './repository-root.ts';
import { StartError } from './start-app.ts';

const nx = join(repositoryRoot, 'node_modules/nx/dist/bin/nx.js');
const argsFor = (projects: string[]) => [
  nx,
  ...['run-many', '-t', 'build', '-p', ...projects, '--output-style=static'],
];
/** Nx loads its plugins in its own process: processes of their own are half of the CPU of its start. */
const environment = () => ({ ...process.env, NX_TUI: 'false', NX_ISOLATE_PLUGINS: 'false' });

/** A task of Nx has had built what it depends on. A second build would remove files that are in use beside it. */
const isBuiltByNx = () => Boolean(process.env['NX_TASK_TARGET_PROJECT']);

/**
 * Builds projects, or takes them from the cache.
 * @throws StartError with the output of the build
 */
export function build(projects: string[]): void {
  if (isBuiltByNx()) return;
  const built = spawnSync(process.execPath, argsFor(projects), {
    cwd: repositoryRoot,
    encoding: 'utf8',
    env: environment(),
  });
  if (built.status !== 0) throw new StartError(`The build failed.\n${built.stdout}${built.stderr}`);
}

/**
 * The same for a command that can be interrupted meanwhile: the build is ended then, with all it has started.
 * @returns whether it was interrupted
 * @throws StartError with the output of the build
 */
export async function buildUnlessInterrupted(
  projects: string[],
  interrupted: Promise<void>,
): Promise<boolean> {
  if (isBuiltByNx()) return false;
  const child = spawn(process.execPath, argsFor(projects), {
    cwd: repositoryRoot,
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that all of it can be ended.
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const ended = once(child, 'close') as Promise<[number | null]>;
  const outcome = await Promise.race([ended, interrupted]);
  if (outcome) {
    if (outcome[0] !== 0) throw new StartError(`The build failed.\n${output}`);
    return false;
  }
  if (child.pid) process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  await ended;
  return true;
}
