import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const KILOBYTE = 1024;

/** Bytes of a process that are in memory. */
export async function residentMemory(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
  // Where there is no /proc, as on a Mac.
  const told = kilobytes ?? (await run('ps', ['-o', 'rss=', '-p', String(pid)])).stdout;
  return Number(told) * KILOBYTE;
}
