import { describe, expect, it } from '@jest/globals';
import { HELP } from './help';
import { ordersTaken } from './orders-options';
import type { Taken } from './require-taken';
import { staffTaken } from './staff-command';
import { STAFF_HELP } from './staff-help';

const programs: [name: string, help: string, taken: Taken][] = [
  ['orders', HELP, ordersTaken],
  ['staff', STAFF_HELP, staffTaken],
];

describe.each(programs)('the help of npm run %s', (_name, help, taken) => {
  const [commands = ''] = help.split('\n  --json');
  const paragraphs = commands.split(/^npm run \w+ -- /m).slice(1);
  const isOf = (words: string) => (paragraph: string) => paragraph.startsWith(`${words} `);

  it('tells of the commands whose options are known, and of no other', () => {
    const names = Object.keys(taken);
    expect(paragraphs.map((one) => names.filter((name) => isOf(name)(one)))).toEqual(
      names.map((name) => [name]),
    );
  });

  it.each(Object.entries(taken))('names the options that %s takes', (words, options) => {
    const paragraph = paragraphs.find(isOf(words)) ?? '';
    const named = [...paragraph.matchAll(/--([a-z][a-z0-9-]*)/g)].map(([, name]) => name);
    expect(new Set(named)).toEqual(new Set(options));
  });
});
