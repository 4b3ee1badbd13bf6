import { invalidRequest } from '../engine/stripe-error';

type Nested = { [name: string]: Nested | string };

const MOST_PAIRS = 5_000;
const DEEPEST = 12;

/**
 * Reads a form body or query string with nested names, as Stripe's libraries send them:
 * `line_items[0][price]=p&expand[]=customer` → { line_items: { 0: { price: 'p' } }, expand: { 0: 'customer' } }.
 * Objects have no prototype, so that every name is safe.
 */
export function parseForm(text: string): Nested {
  const root = emptyObject();
  if (text === '') return root;
  const pairs = text.split('&');
  if (pairs.length > MOST_PAIRS) throw invalidRequest('Too many parameters.');
  for (const pair of pairs) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = decode(equals < 0 ? pair : pair.slice(0, equals));
    const value = equals < 0 ? '' : decode(pair.slice(equals + 1));
    put(root, pathOf(name), value);
  }
  return root;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw invalidRequest('Invalid request: the parameters are not properly encoded.');
  }
}

/** "a[b][0][]" → ["a", "b", "0", ""] */
function pathOf(name: string): string[] {
  const open = name.indexOf('[');
  if (open <= 0) return [name];
  const path = [name.slice(0, open)];
  for (const [, part = ''] of name.slice(open).matchAll(/\[([^[\]]*)\]/g)) path.push(part);
  if (path.length > DEEPEST) throw invalidRequest('Invalid request: parameters nested too deeply.');
  return path;
}

function put(root: Nested, path: string[], value: string): void {
  let holder = root;
  path.forEach((part, position) => {
    const name = part === '' ? nextIndex(holder, path.slice(position + 1)) : part;
    if (position === path.length - 1) {
      holder[name] = value;
      return;
    }
    const inside = holder[name];
    const next = typeof inside === 'object' ? inside : emptyObject();
    holder[name] = next;
    holder = next;
  });
}

/** `a[][x]=1&a[][y]=2&a[][x]=3` means two elements: a repeated name starts a new element. */
function nextIndex(holder: Nested, rest: string[]): string {
  const count = Object.keys(holder).length;
  const last = holder[String(count - 1)];
  return String(typeof last === 'object' && !holds(last, rest) ? count - 1 : count);
}

function holds(holder: Nested, [name = '', ...rest]: string[]): boolean {
  if (name === '') return false;
  const inside = holder[name];
  if (inside === undefined || rest.length === 0) return inside !== undefined;
  return typeof inside === 'object' && holds(inside, rest);
}

function emptyObject(): Nested {
  return Object.create(null) as Nested;
}
