import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const root = join(import.meta.dirname, '..');
const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');

/** Each line breaks the rule it is named by. */
const MISTAKES: Record<string, string> = {
  'typescript/no-floating-promises': 'Promise.resolve(1);',
  'typescript/switch-exhaustiveness-check':
    "export const f = (x: 'a' | 'b') => { switch (x) { case 'a': return 1; } return 2; };",
  'typescript/no-misused-promises':
    'export const f = () => { if (Promise.resolve(false)) return 1; return 2; };',
  'typescript/no-unsafe-assignment': "export const x: string = JSON.parse('1');",
  'typescript/no-unsafe-member-access': "export const x = String(JSON.parse('1').a);",
  'typescript/await-thenable': 'export const f = async () => { await 1; };',
  'typescript/restrict-template-expressions': 'export const f = (x: object) => `${x}`;',
  'typescript/only-throw-error': "export const f = () => { throw 'a text'; };",
  'typescript/unbound-method':
    'class A { a = 1; read() { return this.a; } } export const f = new A().read;',
};

interface Report {
  diagnostics: { code: string; filename: string }[];
}

/** The rules a configuration of oxlint has, with their names in typescript-eslint. */
async function typeAwareRules(): Promise<string[]> {
  const text = await readFile(join(root, '.oxlintrc.json'), 'utf8');
  return [...text.matchAll(/"typescript\/([\w-]+)": (?:"error"|\[\s*"error")/g)].map(
    ([, name]) => `@typescript-eslint/${name ?? ''}`,
  );
}

describe('the rules that need types', () => {
  let folder: string;
  let found: string[];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lint-'));
    await cp(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
    await writeFile(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: { strict: true, target: 'es2023', module: 'esnext' } }),
    );
    for (const [rule, code] of Object.entries(MISTAKES)) {
      await writeFile(join(folder, `${rule.replace('/', '.')}.ts`), `${code}\nexport {};\n`);
    }
    const printed = await new Promise<string>((resolve) => {
      execFile(process.execPath, [oxlint, '--format=json'], { cwd: folder }, (_error, stdout) =>
        resolve(stdout),
      );
    });
    found = (JSON.parse(printed) as Report).diagnostics.map(
      ({ code, filename }) => `${filename}: ${code}`,
    );
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(Object.keys(MISTAKES))('%s finds its mistake', (rule) => {
    const [plugin, name] = rule.split('/');
    expect(found).toContain(`${plugin}.${name}.ts: ${plugin}(${name})`);
  });

  it('are all that typescript-eslint recommends', async () => {
    const recommended = tseslint.configs.recommendedTypeCheckedOnly.flatMap(({ rules = {} }) =>
      Object.keys(rules).filter((name) => name.startsWith('@typescript-eslint/')),
    );
    expect(recommended.length).toBeGreaterThan(20);
    expect(await typeAwareRules()).toEqual(expect.arrayContaining(recommended));
  });
});

describe('the rules that need no types', () => {
  it.each([
    ['apps/web/src/main.tsx', 'jsx-a11y/alt-text'],
    ['apps/web/src/main.tsx', 'react-hooks/rules-of-hooks'],
    ['apps/api/src/main.ts', '@nx/enforce-module-boundaries'],
    ['apps/api/src/main.ts', '@typescript-eslint/no-explicit-any'],
    ['apps/api/src/main.ts', '@typescript-eslint/no-unused-vars'],
    ['scripts/start.mjs', 'no-undef'],
  ])('in %s, %s is an error', async (file, rule) => {
    const config = (await new ESLint({ cwd: root }).calculateConfigForFile(join(root, file))) as {
      rules: Record<string, [number]>;
    };
    expect(config.rules[rule]?.[0]).toBe(2);
  });
});
