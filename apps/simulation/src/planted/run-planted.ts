import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bugs } from './bugs';
import type { PlantedBug } from './planted-bug';

const WITHIN_MS = 60_000;
/** A history of the whole system takes a hundred times as long as one of the decisions, and so does shrinking it. */
const SYSTEM_WITHIN_MS = 300_000;
const MOST_STEPS = 8;

interface Found {
  isFound: boolean;
  /** What the run printed of it, or why there is nothing. */
  words: string;
}

/** Plants each bug in a process of its own. Sets the exit code when one is not found, or not in a short story. */
export function runPlanted(): void {
  const found = bugs.map((bug) => {
    const start = performance.now();
    const { isFound, words } = find(bug);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(
      `${isFound ? 'found ' : 'MISSED'} ${bug.name} in ${seconds} s: ${bug.story}. ${words}`,
    );
    return isFound;
  });
  console.log(`${found.filter(Boolean).length} of ${found.length} planted bugs found.`);
  if (found.includes(false)) process.exitCode = 1;
}

/** Lives histories with the bug until one breaks a promise. */
export function find({ name, tier = 'a' }: PlantedBug): Found {
  const start = join(import.meta.dirname, '../start.ts');
  const args = [start, '--tier', tier, '--bug', name, '--histories', '1000000', '--threads', '1'];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    timeout: tier === 'a' ? WITHIN_MS : SYSTEM_WITHIN_MS,
  });
  const steps = Number(/shrunk from \d+ steps to (\d+)/.exec(stdout)?.[1] ?? Infinity);
  const broken =
    /^Broken: (.*)$/m.exec(stdout)?.[1] ?? (stderr.trim() || 'no promise was broken in time');
  return { isFound: steps <= MOST_STEPS, words: `${broken} (${steps} steps)` };
}
