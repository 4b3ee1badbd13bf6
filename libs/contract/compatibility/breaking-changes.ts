import { apiDiff } from 'api-smart-diff';

/** As much of an OpenAPI document as is looked at here. */
export interface OpenApiDocument {
  info: { version: string };
  [part: string]: unknown;
}

/** What is compared of it. */
interface Essence extends OpenApiDocument {
  paths: Record<string, unknown>;
  components?: Record<string, Record<string, unknown>>;
}

interface Change {
  action: string;
  type: string;
  path: (string | number)[];
}

/**
 * What of a new document breaks somebody who relies on the old one, each as `action place`. The diff judges every
 * change by its side: what is gone or may be missing in an answer, what is new and required in a request. Four of its
 * judgements are not ours:
 *
 * - A type or a value that is replaced or gone is breaking on either side: whoever waits for the old one waits for ever.
 * - A further problem code is not: consumers know a code they have not met by its status.
 * - A further list that a need of staff leads to is not: consumers ask for it by the name that they are given.
 * - A refusal that never comes any more is not: nobody waits for one.
 *
 * What we send to a webhook is read by its receiver like an answer, so it is compared as one.
 */
export function breakingChanges(released: OpenApiDocument, current: OpenApiDocument): string[] {
  const changes = apiDiff(
    ...onlyChangedPaths(essenceOf(released), essenceOf(current)),
  ) as unknown as Change[];
  // Components are compared where they are used, which is where it is known on which side they are.
  return changes.filter(({ path }) => path[0] === 'paths').flatMap(breaking);
}

/** Both documents without the paths that say the same in both, with all that they refer to: to compare them takes long. */
function onlyChangedPaths(before: Essence, after: Essence): [Essence, Essence] {
  const same = Object.keys(before.paths).filter(
    (path) => path in after.paths && wholeOf(before, path) === wholeOf(after, path),
  );
  const others = (document: Essence) => ({
    ...document,
    paths: Object.fromEntries(
      Object.entries(document.paths).filter(([path]) => !same.includes(path)),
    ),
  });
  return [others(before), others(after)];
}

/** A path and every component that it refers to, directly or through others, as one text. */
function wholeOf({ paths, components = {} }: Essence, path: string): string {
  const texts = new Map<string, string>();
  const read = (name: string, value: unknown) => {
    if (texts.has(name)) return;
    const text = JSON.stringify(value) ?? '';
    texts.set(name, text);
    for (const [, kind = '', key = ''] of text.matchAll(/"#\/components\/([^/"]+)\/([^"]+)"/g)) {
      read(`${kind}/${key}`, components[kind]?.[key]);
    }
  };
  read(path, paths[path]);
  return JSON.stringify([...texts]);
}

function breaking({ action, type, path }: Change): string[] {
  const isAnswer = path.includes('responses');
  const isValue = path.some((part) => ['type', 'enum', 'const'].includes(String(part)));
  const isName = /properties\/(code|orders\/anyOf\/\d+(\/allOf\/\d+)?)\/enum\/\d+$/.test(
    path.join('/'),
  );
  const lost = isValue && action !== 'add';
  const additive = isAnswer && isName && action === 'add';
  const neverRefused = action === 'remove' && /responses\/[45]\d\d$/.test(path.join('/'));
  return lost || (type === 'breaking' && !additive && !neverRefused)
    ? [`${action} ${path.map(String).join(' › ')}`]
    : [];
}

/**
 * A copy, because the diff writes into what it reads, without the examples, which nobody relies on and which are long.
 * Webhooks become operations that answer with what the webhook sends.
 */
function essenceOf(document: OpenApiDocument): Essence {
  const { webhooks = {}, ...copy } = JSON.parse(
    JSON.stringify(document, (key, value: unknown) => (key === 'examples' ? undefined : value)),
  ) as OpenApiDocument & { webhooks?: Record<string, { post: { requestBody: object } }> };
  const answers = Object.entries(webhooks).map(([type, { post }]) => [
    `/webhooks/${type}`,
    { get: { responses: { 200: { description: type, ...post.requestBody } } } },
  ]);
  const added: Essence['paths'] = Object.fromEntries(answers) as Essence['paths'];
  return { ...copy, paths: { ...(copy['paths'] as Essence['paths']), ...added } };
}
