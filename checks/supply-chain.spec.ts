import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { cleanEnvironment } from './copies/clean-environment.ts';

const root = join(import.meta.dirname, '..');

/** What may be passed on with a shop's own software without further conditions than naming the authors. */
const ALLOWED = ['MIT', 'MIT-0', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'Unlicense'];
const CHOICES = ['(MIT OR CC0-1.0)'];

interface LockedPackage {
  deprecated?: string;
  integrity?: string;
}
interface Component {
  name: string;
  version: string;
  licenses?: { license?: { id?: string; name?: string }; expression?: string }[];
}

const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    env: cleanEnvironment(),
    maxBuffer: 64 * 1024 * 1024,
  });

describe('the packages', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockedPackage>;
  };

  it('are not deprecated', () => {
    const deprecated = Object.entries(packages).filter(([, found]) => found.deprecated);
    expect(deprecated.map(([path, found]) => `${path}: ${found.deprecated ?? ''}`)).toEqual([]);
  });

  it('are held to what was once installed, each by its hash', () => {
    const installed = Object.entries(packages).filter(([path]) => path.includes('node_modules/'));
    expect(installed.length).toBeGreaterThan(100);
    expect(installed.filter(([, { integrity }]) => !integrity).map(([path]) => path)).toEqual([]);
  });

  it('fit each other, as npm ls sees them', () => {
    expect(() => run('npm', 'ls')).not.toThrow();
  });

  it('are each needed by something, and everything that is imported is among them', () => {
    expect(run(process.execPath, 'node_modules/knip/bin/knip.js', '--dependencies')).toBe('');
  });

  it('that are passed on with a build have licences that allow it', () => {
    const { components } = JSON.parse(
      run('npm', 'sbom', '--omit', 'dev', '--sbom-format', 'cyclonedx'),
    ) as { components: Component[] };
    expect(components.length).toBeGreaterThan(50);
    const others = components.filter(
      ({ licenses = [] }) =>
        licenses.length === 0 ||
        !licenses.every(({ license, expression }) =>
          expression
            ? CHOICES.includes(expression)
            : ALLOWED.includes(license?.id ?? license?.name ?? ''),
        ),
    );
    expect(others.map(({ name, version }) => `${name}@${version}`)).toEqual([]);
  });

  it.each(['dist/apps/web/client', 'dist/apps/console/client', 'dist/apps/api'])(
    'are named with their licences in %s',
    (folder) => {
      const list = readFileSync(join(root, folder, 'licenses.md'), 'utf8');
      expect(list).toMatch(/^## /m);
      expect(list).toContain(folder.includes('api') ? '@nestjs/core' : 'wouter');
    },
  );
});
