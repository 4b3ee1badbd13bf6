import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const textOf = (name: string) =>
  readFileSync(join(import.meta.dirname, '../docs', `${name}.md`), 'utf8');
const scaling = textOf('scaling');
const bench = textOf('bench');
const drills = textOf('drills');

/** The number in a text. @throws when it is not there */
function figure(text: string, pattern: RegExp): number {
  const [, found] = pattern.exec(text) ?? [];
  if (found === undefined) throw new Error(`No figure is where ${String(pattern)} looks for it.`);
  return Number(found.replaceAll(',', ''));
}

/** Another run measures a little more or less: a figure is wrong when it is more than a fifth away. */
const ALLOWED = 0.2;

describe('docs/scaling.md', () => {
  it.each<[string, number, number]>([
    [
      'webhooks',
      figure(scaling, /^\| webhooks, .*\| ([\d,]+) a second/m),
      figure(drills, /\| speed +\| postgres +\| kept: events a second ([\d,]+)/),
    ],
    [
      'webhooks on the embedded database',
      figure(scaling, /^\| webhooks, .*\(([\d,]+) embedded\)/m),
      figure(drills, /\| speed +\| embedded +\| kept: events a second ([\d,]+)/),
    ],
    [
      'confirmations',
      figure(scaling, /^\| confirmations +\| ([\d,]+) a second/m),
      figure(bench, /^\| confirmation .*? postgres +\| ([\d,]+) requests\/s/m),
    ],
    [
      'checkouts',
      figure(scaling, /^\| checkouts +\| ([\d,]+) a second/m),
      figure(bench, /^\| checkout .*? postgres +\| ([\d,]+) checkouts\/s/m),
    ],
    [
      'seconds until the first 200',
      figure(scaling, /came at most ([\d.]+) seconds after the\spromotion/),
      figure(drills, /\| lost-primary .*? longest to first 200 ms ([\d,]+)/) / 1000,
    ],
    [
      'seconds until the first 200, through PgBouncer',
      figure(scaling, /promotion, through PgBouncer ([\d.]+) seconds/),
      figure(drills, /\| lost-behind-pooler .*? longest to first 200 ms ([\d,]+)/) / 1000,
    ],
  ])('says what was measured: %s', (_what, said, measured) => {
    expect(Math.abs(said - measured) / measured).toBeLessThanOrEqual(ALLOWED);
  });
});
