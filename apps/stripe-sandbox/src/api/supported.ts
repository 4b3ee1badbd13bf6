import { invalidRequest } from '../engine/stripe-error';

/** "line_items[0][price]" of parsed parameters, by the pattern a route names it: "line_items[].price". */
function* usedPaths(value: unknown, pattern: string, name: string): Generator<[string, string]> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      yield* usedPaths(item, `${pattern}[]`, `${name}[${index}]`);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      yield* usedPaths(item, pattern ? `${pattern}.${key}` : key, name ? `${name}[${key}]` : key);
    }
  } else {
    yield [pattern, name];
  }
}

/** Whether a route's list has the parameter or one of its parents. */
export function isSupported(supports: readonly string[], pattern: string): boolean {
  return supports.some(
    (name) => pattern === name || pattern.startsWith(`${name}.`) || pattern.startsWith(`${name}[]`),
  );
}

/** Throws for the first parameter that Stripe knows and this server does not support. */
export function refuseUnsupported(supports: readonly string[], params: object): void {
  for (const [pattern, name] of usedPaths(params, '', '')) {
    if (!isSupported(supports, pattern)) {
      throw invalidRequest(
        `The parameter \`${name}\` exists at Stripe, but this sandbox does not support it.`,
        { code: 'sandbox_unsupported', param: name },
      );
    }
  }
}
