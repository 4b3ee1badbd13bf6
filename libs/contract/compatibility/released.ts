import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenApiDocument } from './breaking-changes';

const folder = join(import.meta.dirname, '../released');

/** The document that was released last. A consumer that is out there was built from it. */
export function lastReleased(): OpenApiDocument {
  const documents = readdirSync(folder).map((file) => read(join(folder, file)));
  const [last] = documents.sort((one, other) =>
    other.info.version.localeCompare(one.info.version, 'en', { numeric: true }),
  );
  if (!last) throw new Error(`${folder} holds no released document.`);
  return last;
}

/** The document as it is committed now. */
export const currentDocument = () => read(join(import.meta.dirname, '../openapi.json'));

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as OpenApiDocument;
