import { importSpecs } from './import-specs';

await importSpecs(import.meta.filename, 'usual');
