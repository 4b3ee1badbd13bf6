import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const KILOBYTE = 1024;

/** The resident memory of a process, in bytes. */
export async function residentMemory(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
  // There is no /proc, for example on macOS.
  const told = kilobytes ?? (await run('ps', ['-o', 'rss=', '-p', String(pid)])).stdout;
  return Number(told) * KILOBYTE;
}
