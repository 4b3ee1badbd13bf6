import { printHelp } from './print-help.mjs';
import { runApi } from './run-api.mjs';

printHelp(`npm run worker

Builds the API and runs its jobs in a process of their own, until it is stopped. Start as many as you need, and the API
with WORKER=none. It reads the same variables as the API, also from a file .env and from a running npm start or npm run
cluster, and needs DATABASE_URL: the embedded database belongs to one process. docs/operations.md lists the variables.`);

await runApi('npm run worker', 'worker.js');
