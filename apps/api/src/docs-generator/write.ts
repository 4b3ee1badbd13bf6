import { readFile, writeFile } from 'node:fs/promises';
import type { ApiDocument } from './endpoints';
import { shopSchema } from './shop-schema';
import { operationsTables, withTables } from './tables';
import { envExample } from './variables';

/** Writes what the documents repeat of the code, in the repository it is started in: `npm run docs`. */
async function write(): Promise<void> {
  const document = 'docs/operations.md';
  const contract = JSON.parse(await readFile('libs/contract/openapi.json', 'utf8')) as ApiDocument;
  const tables = operationsTables(contract);
  await writeFile(document, withTables(await readFile(document, 'utf8'), tables));
  await writeFile('.env.example', envExample());
  const schema = 'docs/shop.schema.json';
  await writeFile(schema, shopSchema());
  console.log(`Wrote ${document}, ${schema} and .env.example`);
}

write().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
