import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { repositoryRoot } from './repository-root.ts';
import { StartError } from './start-app.ts';

/**
 * Builds projects, or takes them from the cache. A task of Nx has had built what it depends on; to do it again would
 * take the files away from under whatever runs beside it.
 * @throws StartError with what the build said
 */
export function build(projects: string[]): void {
  if (process.env['NX_TASK_TARGET_PROJECT']) return;
  const nx = join(repositoryRoot, 'node_modules/nx/dist/bin/nx.js');
  const built = spawnSync(
    process.execPath,
    [nx, 'run-many', '-t', 'build', '-p', ...projects, '--output-style=static'],
    { cwd: repositoryRoot, encoding: 'utf8', env: { ...process.env, NX_TUI: 'false' } },
  );
  if (built.status !== 0) throw new StartError(`The build failed.\n${built.stdout}${built.stderr}`);
}
