/**
 * The differences in form between an example and an answer: other keys, another type, null instead of a value. Values
 * may differ. Each item of a list must be like one item of the example's list.
 */
export function differences(example: unknown, answer: unknown, path = ''): string[] {
  const [wanted, got] = [kindOf(example), kindOf(answer)];
  if (wanted !== got) return [`${path || '.'} is ${got}, in the example ${wanted}`];
  if (Array.isArray(example)) {
    const items = answer as unknown[];
    if (example.length > 0 !== items.length > 0) return [`${path} is empty in one of them`];
    return items.flatMap((item, index) => leastDifferences(example, item, `${path}[${index}]`));
  }
  if (!isObject(example) || !isObject(answer)) return [];
  const keys = new Set([...Object.keys(example), ...Object.keys(answer)]);
  return [...keys].flatMap((key) => {
    const place = path ? `${path}.${key}` : key;
    if (!(key in answer)) return [`${place} is in the example alone`];
    if (!(key in example)) return [`${place} is in the answer alone`];
    return differences(example[key], answer[key], place);
  });
}

function leastDifferences(examples: unknown[], item: unknown, path: string): string[] {
  const all = examples.map((example) => differences(example, item, path));
  return all.sort((one, other) => one.length - other.length)[0] ?? [];
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

const isObject = (value: unknown): value is Record<string, unknown> => kindOf(value) === 'object';
