import { printHelp } from './print-help.mjs';
import { runApi } from './run-api.mjs';

printHelp(`npm run docs

Builds the API and writes what the documents repeat of its code: the tables of docs/operations.md,
docs/shop.schema.json and .env.example. The
API's tests fail while one is stale.`);

await runApi('npm run docs', 'operations.js');
