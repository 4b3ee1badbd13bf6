import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cleanUp, onCleanUp, whenStarted } from '@shop/shop-harness/cleanup-registry';
import { inParallel } from '@shop/shop-harness/in-parallel';
import { replaceBetweenMarks } from '@shop/shop-harness/results/replace-between-marks';
import { SandboxControl } from '@shop/shop-harness/shop/sandbox-control';
import { repositoryRoot, startSandbox } from '@shop/stack';
import { isStripeCliMade, StripeCli, type CliRun } from './stripe-cli';
import { FAMILIES, triggerTable, TRIGGERS } from './triggers';

const README = 'apps/stripe-sandbox/README.md';

/** The machine has two cores; each command takes a sandbox of its own, so that its events are its own. */
const AT_ONCE = 2;

interface Outcome extends CliRun {
  types: string[];
}

describe('the table of triggers in the sandbox’s README', () => {
  it('is what is tested here (WRITE_README=1 writes it)', async () => {
    if (process.env['WRITE_README'] === '1') {
      await replaceBetweenMarks(README, 'triggers', triggerTable());
    }
    expect(await readFile(join(repositoryRoot, README), 'utf8')).toContain(
      `<!-- triggers -->\n\n${triggerTable()}\n\n<!-- /triggers -->`,
    );
  });
});

(isStripeCliMade ? describe : describe.skip)('stripe trigger', () => {
  const sandboxes: SandboxControl[] = [];
  const clis: StripeCli[] = [];
  const outcomes = new Map<string, Outcome>();
  const names: string[] = [];

  beforeAll(async () => {
    const free: [SandboxControl, StripeCli][] = [];
    for (let lane = 0; lane < AT_ONCE; lane += 1) {
      const starting = startSandbox({ SANDBOX_PORT: '0', SANDBOX_VALIDATE_SHAPES: 'true' });
      onCleanUp(() => whenStarted(starting, (sandbox) => sandbox.stop()));
      const sandbox = new SandboxControl((await starting).url);
      const cli = await StripeCli.open(sandbox.url);
      sandboxes.push(sandbox);
      clis.push(cli);
      free.push([sandbox, cli]);
    }
    const commands = [...new Set(TRIGGERS.map(({ command }) => command))];
    await inParallel(commands, AT_ONCE, async (command) => {
      const lane = free.pop();
      if (!lane) throw new Error('Every sandbox is in use.');
      const [sandbox, cli] = lane;
      await sandbox.call('POST', 'reset', { objects: true });
      const run = await cli.run('trigger', ...command.split(' '));
      const { events } = (await sandbox.call('GET', 'events')) as { events: { type: string }[] };
      outcomes.set(command, { ...run, types: events.map(({ type }) => type) });
      free.push(lane);
    });
    const help = await clis[0]?.run('trigger', '--help');
    for (const [, name = ''] of (help?.said ?? '').matchAll(/^ {2}([a-z0-9_.]+)$/gm)) {
      names.push(name);
    }
  });
  afterAll(async () => {
    await Promise.all(clis.map((cli) => cli.close()));
    await cleanUp();
  });

  const rows = (isSent: boolean) =>
    TRIGGERS.filter(({ sends }) => (sends !== undefined) === isSent).map(
      ({ command, sends = '' }) => [command, sends] as const,
    );

  it.each(rows(true))('%s sends %s', (command, type) => {
    const { exitCode, said, types } = outcomes.get(command) as Outcome;
    if (!types.includes(type)) throw new Error(`Only [${types.join(', ')}] were sent:\n${said}`);
    expect(exitCode).toBe(0);
    expect(said).toContain('Trigger succeeded!');
  });

  it.each(rows(false))('%s is refused by name', (command) => {
    const { said } = outcomes.get(command) as Outcome;
    expect(said).toContain('sandbox_unsupported');
  });

  it('has every name of these families in the table', () => {
    const listed = names.filter((name) => FAMILIES.test(name));
    const tried = new Set(TRIGGERS.map(({ command }) => command));
    expect(listed.length).toBeGreaterThan(50);
    expect(listed.filter((name) => !tried.has(name))).toEqual([]);
  });

  it('sends only what the types of the SDK allow', async () => {
    for (const sandbox of sandboxes) {
      expect(await sandbox.call('GET', 'shape-problems')).toEqual({ checked: true, problems: [] });
    }
  });
});
