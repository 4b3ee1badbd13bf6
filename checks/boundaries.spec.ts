import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { ESLint } from 'eslint';
import type { Linter } from 'eslint';
import tseslint from 'typescript-eslint';

// A file of JavaScript without types, like eslint.config.mjs.
const { boundaries } = (await import(join(import.meta.dirname, '../eslint.boundaries.mjs'))) as {
  boundaries: Linter.Config[];
};

const root = join(import.meta.dirname, '..');
const RULES = ['@nx/enforce-module-boundaries', 'no-restricted-properties'];

/** Lints one line as if it stood in that file, and returns what the boundary rules say. */
async function complaints(eslint: ESLint, file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: join(root, file) });
  return (result?.messages ?? [])
    .filter(({ ruleId }) => ruleId !== null && RULES.includes(ruleId))
    .map(({ message }) => message);
}

describe('the import directions', () => {
  let eslint: ESLint;
  beforeAll(() => {
    // Only these rules: the others need type information, which costs twenty seconds.
    const parser = { files: ['**/*.ts', '**/*.tsx'], languageOptions: { parser: tseslint.parser } };
    eslint = new ESLint({
      cwd: root,
      overrideConfigFile: true,
      overrideConfig: [parser, ...boundaries],
    });
  });

  it.each(['apps/web/src/main.tsx', 'apps/api/src/main.ts', 'libs/contract/src/index.ts'])(
    'are part of the configuration that lints %s',
    async (file) => {
      const rulesOf = async (linter: ESLint) => {
        const { rules } = (await linter.calculateConfigForFile(join(root, file))) as {
          rules: Record<string, unknown>;
        };
        return RULES.map((name) => rules[name]);
      };
      const all = await rulesOf(new ESLint({ cwd: root }));
      expect(all).toEqual(await rulesOf(eslint));
      expect(all[0]).toBeDefined();
    },
  );

  it.each([
    ['the shop may not use the API', 'apps/web/src/main.tsx', "import '../../api/src/main';"],
    ['the shop may not use Nest', 'apps/web/src/main.tsx', "import '@nestjs/common';"],
    ['the shop may not use the Stripe SDK', 'apps/web/src/main.tsx', "import 'stripe';"],
    ['the API may not use React', 'apps/api/src/main.ts', "import 'react';"],
    ['the API may not use the shop', 'apps/api/src/main.ts', "import '../../web/src/main';"],
    [
      'the sandbox knows nothing of the shop',
      'apps/stripe-sandbox/src/main.ts',
      "import '@shop/contract';",
    ],
    [
      'the sandbox does not use Nest',
      'apps/stripe-sandbox/src/main.ts',
      "import '@nestjs/common';",
    ],
    ['the contract knows no framework', 'libs/contract/src/index.ts', "import '@nestjs/common';"],
    ['the contract uses no other library', 'libs/contract/src/index.ts', "import '@shop/money';"],
    [
      'a library may not use an app',
      'libs/stack/src/index.ts',
      "import '../../../apps/api/src/main';",
    ],
    [
      'the API may not use the harness',
      'apps/api/src/main.ts',
      "import '@shop/shop-harness/until';",
    ],
    [
      'the shop may not use the harness',
      'apps/web/src/main.tsx',
      "import '@shop/shop-harness/until';",
    ],
    [
      'the sandbox may not use the harness',
      'apps/stripe-sandbox/src/main.ts',
      "import '@shop/shop-harness/until';",
    ],
    [
      'a library that an app uses may not use the harness',
      'libs/stack/src/index.ts',
      "import '@shop/shop-harness/until';",
    ],
    [
      'the harness may not use an app',
      'libs/shop-harness/src/until.ts',
      "import '../../../apps/api/src/main';",
    ],
    [
      'the harness may not use a program that uses it',
      'libs/shop-harness/src/until.ts',
      "import '../../../apps/drills/src/drill';",
    ],
    [
      'the bench may not use the drills',
      'apps/bench/src/main.ts',
      "import '../../drills/src/drill';",
    ],
    ['the drills may not use Nest', 'apps/drills/src/main.ts', "import '@nestjs/common';"],
    [
      'the API may not use the simulation',
      'apps/api/src/main.ts',
      "import '../../simulation/src/main';",
    ],
    [
      'the simulation may not use the shop',
      'apps/simulation/src/decisions/events.ts',
      "import '../../../web/src/main';",
    ],
    [
      'the simulation does not use React',
      'apps/simulation/src/decisions/events.ts',
      "import 'react';",
    ],
    ['the harness does not use React', 'libs/shop-harness/src/until.ts', "import 'react';"],
    [
      'the environment is read in config/ only',
      'apps/api/src/main.ts',
      'export const port = process.env.PORT;',
    ],
  ])('%s', async (_rule, file, code) => {
    expect(await complaints(eslint, file, code)).toHaveLength(1);
  });

  it.each([
    ['the shop uses the contract', 'apps/web/src/main.tsx', "import '@shop/contract';"],
    ['the API uses the contract', 'apps/api/src/main.ts', "import '@shop/contract';"],
    ...['api-e2e/src/stripe-cli/stripe-cli.ts', 'drills/src/main.ts', 'bench/src/main.ts'].map(
      (file) => [`${file} uses the harness`, `apps/${file}`, "import '@shop/shop-harness/until';"],
    ),
    [
      'the simulation uses the API',
      'apps/simulation/src/decisions/events.ts',
      "import '../../../api/src/order/sync/decide';",
    ],
    [
      'the sandbox uses the table of currencies',
      'apps/stripe-sandbox/src/main.ts',
      "import '@shop/money';",
    ],
  ])('%s', async (_rule, file, code) => {
    expect(await complaints(eslint, file, code)).toEqual([]);
  });
});
