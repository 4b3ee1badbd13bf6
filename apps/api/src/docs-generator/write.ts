import { readFile, writeFile } from 'node:fs/promises';
import type { ApiDocument } from './endpoints';
import { operationsTables, withTables } from './tables';
import { envExample } from './variables';

/** Writes what the documents repeat of the code, in the repository it is started in: `npm run docs`. */
async function write(): Promise<void> {
  const document = 'docs/operations.md';
  const contract = JSON.parse(await readFile('libs/contract/openapi.json', 'utf8')) as ApiDocument;
  const tables = operationsTables(contract);
  await writeFile(document, withTables(await readFile(document, 'utf8'), tables));
  await writeFile('.env.example', envExample());
  console.log(`Wrote ${document} and .env.example`);
}

write().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
