import { importSpecs } from './import-specs';

await importSpecs(1);
