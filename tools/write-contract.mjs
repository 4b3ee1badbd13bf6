/**
 * Rewrites what is made from the API's own controllers: libs/contract/openapi.json and the client types of the shop.
 * Run as `npm run contract`; the API's tests fail while either is stale.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
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
