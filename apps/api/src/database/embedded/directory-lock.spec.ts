import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataDirError } from '../data-dir-error';
import { DirectoryInUseError, lockDirectory } from './directory-lock';

describe('the lock of the embedded database', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lock-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** Another process that takes the same kind of lock and keeps it until it is killed. */
  async function holder() {
    const script = `
      const { DatabaseSync } = require('node:sqlite');
      const lock = new DatabaseSync(${JSON.stringify(join(folder, 'lock.db'))});
      lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
      require('node:fs').writeFileSync(${JSON.stringify(join(folder, 'lock.pid'))}, String(process.pid));
      console.log('held');
      setInterval(() => {}, 1e6);`;
    const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'ignore'] });
    await once(child.stdout, 'data');
    return child;
  }

  it('is met by a second process as one line that names the first', async () => {
    const other = await holder();
    expect(() => lockDirectory(folder)).toThrow(DirectoryInUseError);
    expect(() => lockDirectory(folder)).toThrow(`in use by process ${other.pid}.`);
    other.kill('SIGKILL');
    await once(other, 'close');
  });

  it('is gone when its process dies, however it dies', async () => {
    const other = await holder();
    other.kill('SIGKILL');
    await once(other, 'close');
    lockDirectory(folder)();
  });

  it('is not to be had in a folder that cannot be made, which is named', async () => {
    await writeFile(join(folder, 'file'), '');
    const inside = join(folder, 'file', 'data');
    expect(() => lockDirectory(inside)).toThrow(DataDirError);
    expect(() => lockDirectory(inside)).toThrow(`The folder ${inside} (DATA_DIR) cannot be used`);
  });

  it('can be given back and taken again', () => {
    lockDirectory(folder)();
    const unlock = lockDirectory(folder);
    expect(() => lockDirectory(folder)).toThrow(`in use by process ${process.pid}.`);
    unlock();
  });
});
