import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { judgeCoverage } from './decisions/coverage';
import { runRange, together } from './decisions/run-range';
import { plant } from './loader/register';
import { bugs } from './planted/bugs';

const HISTORIES = 5000;
const root = join(import.meta.dirname, '../../..');
const simulate = (...args: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'start.ts'), ...args], {
    encoding: 'utf8',
  });

describe('the simulation of decisions', () => {
  const whole = runRange({ seed: 1, from: 0, histories: HISTORIES, stride: 1 });

  it('breaks no promise in a short run, and reaches nearly all there is to reach', () => {
    expect(whole.failure).toBeUndefined();
    const { reached, possible, wrong } = judgeCoverage(whole.coverage);
    expect(reached / possible).toBeGreaterThan(0.95);
    expect(wrong.filter((line) => !line.endsWith('never happened'))).toEqual([]);
  });

  it('gives the same trace for the same seed, however it is divided; and another for another seed', () => {
    const parts = [0, 1].map((from) =>
      runRange({ seed: 1, from, histories: HISTORIES, stride: 2 }),
    );
    const { hash, steps, coverage } = together(parts);
    expect({ hash, steps, coverage }).toEqual({
      hash: whole.hash,
      steps: whole.steps,
      coverage: whole.coverage,
    });
    expect(runRange({ seed: 2, from: 0, histories: 100, stride: 1 }).hash).not.toBe(
      runRange({ seed: 1, from: 0, histories: 100, stride: 1 }).hash,
    );
  });
});

describe('a planted bug', () => {
  it('fits the product: its text is in the file once', () => {
    for (const bug of bugs) {
      const text = readFileSync(join(root, bug.file), 'utf8');
      expect(plant(text, bug)).not.toBe(text);
    }
  });

  it('is found, shrunk, told in words, and found again by the command that is printed', () => {
    const { stdout, status } = simulate('--bug', 'sold-out-ignored', '--threads', '1');
    expect(status).toBe(1);
    expect(stdout).toMatch(/shrunk from \d+ steps to [1-8],/);
    const [, printed = ''] = /npm run simulate -- (.+)/.exec(stdout) ?? [];
    const again = simulate(...printed.split(' '));
    expect(again.status).toBe(1);
    const storyOf = (text: string) =>
      text.slice(text.indexOf('1. '), text.indexOf('\n\n', text.indexOf('1. ')));
    expect(storyOf(again.stdout)).toContain('sells the rest to others');
    expect(storyOf(stdout)).toContain(storyOf(again.stdout).trim());
  });
});
