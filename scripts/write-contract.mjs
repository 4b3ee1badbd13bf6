/** `npm run contract`: writes what is generated from the API's controllers. */
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printHelp } from './print-help.mjs';
import { requireNode } from './require-node.mjs';

printHelp(`npm run contract [-- --release]

Builds the API and writes libs/contract/openapi.json and the shop's client types from its controllers. The API's tests
fail while either is stale.

  --release   also keep the document as the released one of its version. Later documents are compared with it.`);

requireNode('npm run contract');
const { buildOrEnd } = await import('./build-or-end.mjs');
buildOrEnd(['api']);
const { default: openapiTS, astToString } = await import('openapi-typescript');

const root = join(import.meta.dirname, '..');
const document = execFileSync(process.execPath, [join(root, 'dist/apps/api/openapi.js')], {
  encoding: 'utf8',
  // The document has outgrown Node's megabyte.
  maxBuffer: 64 * 1024 * 1024,
});
const types = astToString(await openapiTS(document));

writeFileSync(join(root, 'libs/contract/openapi.json'), document);
writeFileSync(join(root, 'libs/contract/src/generated/api.ts'), types);
console.log('Wrote libs/contract/openapi.json and libs/contract/src/generated/api.ts');

if (process.argv.includes('--release')) {
  const { version } = JSON.parse(document).info;
  const file = `libs/contract/released/openapi-${version}.json`;
  if (existsSync(join(root, file))) {
    console.error(`${version} is released already: raise CONTRACT_VERSION first.`);
    process.exit(1);
  }
  writeFileSync(join(root, file), document);
  console.log(`Wrote ${file}`);
}
