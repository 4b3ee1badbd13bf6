/**
 * Rewrites what is made from the API's own controllers: libs/contract/openapi.json and the client types of the shop.
 * Run as `npm run contract`; the API's tests fail while either is stale. `-- --release` also keeps the document as the
 * released one of its version, which later ones are compared with.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';

const root = join(import.meta.dirname, '..');
const document = execFileSync(process.execPath, [join(root, 'dist/apps/api/openapi.js')], {
  encoding: 'utf8',
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
