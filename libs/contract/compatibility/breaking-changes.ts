import { apiDiff } from 'api-smart-diff';

/** As much of an OpenAPI document as is looked at here. */
export interface OpenApiDocument {
  info: { version: string };
  [part: string]: unknown;
}

interface Change {
  action: string;
  type: string;
  path: (string | number)[];
}

/**
 * What of a new document breaks somebody who relies on the old one, each as `action place`. The diff judges every
 * change by its side: what is gone or may be missing in an answer, what is new and required in a request. Three of its
 * judgements are not ours:
 *
 * - A type or a value that is replaced or gone is breaking on either side: whoever waits for the old one waits for ever.
 * - A further problem code is not: consumers know a code they have not met by its status.
 * - A refusal that never comes any more is not: nobody waits for one.
 */
export function breakingChanges(released: OpenApiDocument, current: OpenApiDocument): string[] {
  const changes = apiDiff(essenceOf(released), essenceOf(current)) as unknown as Change[];
  // Components are compared where they are used, which is where it is known on which side they are.
  return changes.filter(({ path }) => path[0] === 'paths').flatMap(breaking);
}

function breaking({ action, type, path }: Change): string[] {
  const isAnswer = path.includes('responses');
  const isValue = path.some((part) => ['type', 'enum', 'const'].includes(String(part)));
  const isCode = /properties\/code\/enum\/\d+$/.test(path.join('/'));
  const lost = isValue && action !== 'add';
  const additive = isAnswer && isCode && action === 'add';
  const neverRefused = action === 'remove' && /responses\/[45]\d\d$/.test(path.join('/'));
  return lost || (type === 'breaking' && !additive && !neverRefused)
    ? [`${action} ${path.map(String).join(' › ')}`]
    : [];
}

/** A copy, because the diff writes into what it reads, without the examples, which nobody relies on and which are long. */
const essenceOf = (document: OpenApiDocument) =>
  JSON.parse(
    JSON.stringify(document, (key, value: unknown) => (key === 'examples' ? undefined : value)),
  ) as OpenApiDocument;
