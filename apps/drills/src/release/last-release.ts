import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { onCleanUp } from '@shop/shop-harness/cleanup-registry';
import { repositoryRoot } from '@shop/stack';

const run = promisify(execFile);

/** A release keeps the document of its contract here. */
const RELEASED = 'libs/contract/released';

const LOCK_FILE = 'package-lock.json';

/** The API as it was released last, built. */
export interface LastRelease {
  commit: string;
  /** How many commits this build is ahead of it. */
  commitsBehind: number;
  /** The root of its sources and its build. */
  root: string;
  close: () => Promise<void>;
}

/** @returns why there is no last release to be had here; undefined when there is one */
export async function whyNoLastRelease(): Promise<string | undefined> {
  const shallow = await git('rev-parse', '--is-shallow-repository').catch(() => undefined);
  if (shallow === undefined) return 'no git history here';
  if (shallow === 'true') return 'a shallow clone has no history: git fetch --unshallow';
  const commit = await git('log', '-1', '--format=%H', '--', RELEASED);
  return commit ? undefined : 'nothing has been released yet';
}

/**
 * Takes the commit that last changed the released document of the contract out of git's history, into a temporary folder,
 * and builds its API. The installed packages are shared where they are the same.
 */
export async function buildLastRelease(say: (progress: string) => void): Promise<LastRelease> {
  const commit = await git('log', '-1', '--format=%H', '--', RELEASED);
  const commitsBehind = Number(await git('rev-list', '--count', `${commit}..HEAD`));
  const root = await realpath(await mkdtemp(join(tmpdir(), 'release-')));
  const close = onCleanUp(() => rm(root, { recursive: true, force: true }));
  try {
    await unpack(commit, root);
    const isSame =
      (await readFile(join(root, LOCK_FILE), 'utf8')) ===
      (await readFile(join(repositoryRoot, LOCK_FILE), 'utf8'));
    say(`building ${commit.slice(0, 7)}, ${commitsBehind} commits ago`);
    if (isSame) await symlink(join(repositoryRoot, 'node_modules'), join(root, 'node_modules'));
    else await inFolder(root, 'npm', 'ci', '--no-audit', '--no-fund');
    const nx = join(root, 'node_modules/nx/dist/bin/nx.js');
    await inFolder(root, process.execPath, nx, 'run-many', '-t', 'build', '-p', 'api');
  } catch (error) {
    await close();
    throw error;
  }
  return { commit, commitsBehind, root, close };
}

async function git(...args: string[]): Promise<string> {
  return (await run('git', args, { cwd: repositoryRoot })).stdout.trim();
}

/** Unlike a worktree it leaves nothing in the repository, however this process ends. */
async function unpack(commit: string, folder: string): Promise<void> {
  const archive = spawn('git', ['archive', commit], {
    cwd: repositoryRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const tar = spawn('tar', ['-x', '-C', folder], { stdio: ['pipe', 'ignore', 'inherit'] });
  archive.stdout.pipe(tar.stdin);
  const codes = await Promise.all([once(archive, 'close'), once(tar, 'close')]);
  if (codes.some(([code]) => code !== 0)) throw new Error(`${commit} could not be unpacked.`);
}

/** Without what a task of Nx or a test tells its children: this is another repository. */
async function inFolder(folder: string, program: string, ...args: string[]): Promise<void> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(NX_|npm_|JEST_|NODE_OPTIONS$)/.test(name)),
  );
  await run(program, args, {
    cwd: folder,
    env: { ...env, NX_DAEMON: 'false', NX_TUI: 'false' },
    maxBuffer: 64 * 1024 * 1024,
  });
}
