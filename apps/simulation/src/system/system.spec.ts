import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const start = join(import.meta.dirname, '../start.ts');

/** In a process of its own: a history takes the clock of its process. */
const simulate = (...args: string[]) =>
  spawnSync(process.execPath, [start, '--tier', 'b', '--threads', '1', ...args], {
    encoding: 'utf8',
  });

const traceOf = (text: string) => /trace ([0-9a-f]+)\./.exec(text)?.[1];

describe('the simulation of the whole system', () => {
  it('breaks no promise in a short run, and gives the same trace again', () => {
    const [once, again] = [0, 1].map(() => simulate('--seed', '1', '--histories', '4'));
    expect(once?.stdout).toContain('4 histories');
    expect(once?.status).toBe(0);
    expect(traceOf(once?.stdout ?? '')).toMatch(/^[0-9a-f]+$/);
    expect(traceOf(again?.stdout ?? '')).toBe(traceOf(once?.stdout ?? ''));
  });

  it('finds a bug that the decisions do not show, shrinks it and tells it', () => {
    const { stdout, status } = simulate('--bug', 'event-without-job', '--histories', '50');
    expect(status).toBe(1);
    expect(stdout).toMatch(/shrunk from \d+ steps to [0-8],/);
    expect(stdout).toMatch(
      /npm run simulate -- --tier b --seed 1 --history \d+ --bug event-without-job/,
    );
    expect(stdout).toContain('Broken: no acknowledged event is lost');
  });
});
