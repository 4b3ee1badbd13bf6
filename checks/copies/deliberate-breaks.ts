import type { DeliberateBreak } from './deliberate-break.ts';
import { forbiddenImports } from './forbidden-imports.ts';
import type { RepositoryCopy } from './repository-copy.ts';

const SOLD_OUT_IN_THE_API = 'soldOut: left === 0, ';
const SOLD_OUT_IN_THE_CONTRACT = `    soldOut: z
      .boolean()
      .meta({ description: 'Nothing is left, or all that is left is being paid for.' }),
`;

export const deliberateBreaks: DeliberateBreak[] = [
  {
    what: 'the API leaves out a field of an answer',
    apply: (copy) =>
      copy.change('apps/api/src/checkout/catalog/catalog.service.ts', SOLD_OUT_IN_THE_API, ''),
    check: 'npx nx typecheck api',
    reason: /catalog\.service\.ts.*[\s\S]*soldOut/,
  },
  {
    what: 'a field of an answer is removed from API and contract, all made anew',
    apply: async (copy) => {
      await copy.change(
        'apps/api/src/checkout/catalog/catalog.service.ts',
        SOLD_OUT_IN_THE_API,
        '',
      );
      await copy.change('libs/contract/src/product.ts', SOLD_OUT_IN_THE_CONTRACT, '');
      await regenerate(copy);
    },
    check: 'npx nx test contract -- compatibility',
    reason: /remove paths › \/api\/products › .*soldOut.*: breaks a consumer of \d+\./,
  },
  {
    what: 'a problem code is renamed in API and contract, all made anew',
    apply: async (copy) => {
      for (const file of [
        'libs/contract/src/problem.ts',
        'libs/contract/src/examples/problem-out-of-stock.json',
        'apps/api/src/checkout/checkout.controller.ts',
        'apps/api/src/checkout/place-order.service.ts',
      ])
        await copy.change(file, 'OUT_OF_STOCK', 'NONE_LEFT');
      await copy.change(
        'libs/contract/src/problem-examples.ts',
        "'problem-out-of-stock'",
        "'problem-none-left'",
      );
      await regenerate(copy);
    },
    check: 'npx nx test contract -- compatibility',
    reason: /\w+ paths › \/api\/checkout › .*code › enum.*: breaks a consumer of \d+\./,
  },
  {
    what: 'the contract changes and nobody runs npm run contract',
    apply: (copy) =>
      copy.change(
        'libs/contract/src/product.ts',
        'Nothing is left, or all that is left is being paid for.',
        'Nothing is left.',
      ),
    check: 'npx nx test api --excludeTaskDependencies -- document',
    reason:
      /● the committed contract › openapi\.json is what the controllers say now \(npm run contract\)/,
  },
  {
    what: 'an example is not what its schema says',
    apply: (copy) =>
      copy.change(
        'libs/contract/src/examples/products.json',
        '"soldOut": false',
        '"soldOut": "no"',
      ),
    check: 'npx nx test contract -- examples',
    reason: /● the examples › products is what its schema says/,
  },
  {
    what: 'the API imports from the shop',
    apply: (copy) => copy.prepend('apps/api/src/main.ts', "import '../../web/src/main';\n"),
    check: 'npx nx lint api',
    reason: /apps\/api\/src\/main\.ts[\s\S]*@nx\/enforce-module-boundaries/,
  },
  {
    what: 'the shop imports from the API',
    apply: (copy) => copy.prepend('apps/web/src/main.tsx', "import '../../api/src/main';\n"),
    check: 'npx nx lint web',
    reason: /apps\/web\/src\/main\.tsx[\s\S]*@nx\/enforce-module-boundaries/,
  },
  ...forbiddenImports,
  {
    what: 'two files import each other',
    apply: (copy) =>
      copy.prepend(
        'apps/api/src/checkout/checkout.repository.ts',
        "import './place-order.service';\n",
      ),
    check: 'npx nx test workspace --excludeTaskDependencies -- import-circles',
    reason: /checkout\.repository\.ts → .*place-order\.service\.ts/,
  },
  {
    what: 'a command that the documents print is renamed',
    apply: (copy) => copy.change('package.json', '"orders": "', '"order": "'),
    check: 'npx nx test workspace -- printed-commands',
    reason: /● .*npm run orders -- retry-dead works[\s\S]*Missing script: "orders"/,
  },
];

/** @throws when it fails: then no check has noticed the break, a program has failed */
async function regenerate(copy: RepositoryCopy): Promise<void> {
  const { code, output } = await copy.run('npm run contract');
  if (code !== 0) throw new Error(`npm run contract failed:\n${output}`);
}
