import type { Schema } from '../schema/schema';
import { schemaOfRoute, type Route } from './route';
import { isSupported } from './supported';

/** From this number on, refused siblings are listed as one, with dots. */
const MANY = 12;

interface Account {
  acts: string[];
  refused: string[];
}

/** The README's table: the parameters that each endpoint takes, and those of Stripe that it refuses. */
export function referenceTable(routes: readonly Route[]): string {
  const rows = routes.map((route) => {
    const { acts, refused } = accountFor(schemaOfRoute(route), supportsOf(route), '');
    const path = route.path.replace(':id', '{id}');
    return `| ${route.method} ${path} | ${listed(acts)} | ${listed(refused)} |`;
  });
  return [
    '| Endpoint | As at Stripe | Known to Stripe, refused here |',
    '| --- | --- | --- |',
    ...rows,
  ].join('\n');
}

/** The names in a route's `supports` that its schema does not have. */
export function unknownSupports(route: Route): string[] {
  return supportsOf(route).filter((name) => !hasParam(schemaOfRoute(route), name));
}

function supportsOf(route: Route): string[] {
  return [...route.supports, ...Object.keys(route.legacy ?? {})];
}

function accountFor(schema: Schema, supports: readonly string[], prefix: string): Account {
  const account: Account = { acts: [], refused: [] };
  for (const [name, value] of Object.entries(shapeOf(schema).properties ?? {})) {
    const pattern = prefix + name;
    const inside = supports.some(
      (each) => each.startsWith(`${pattern}.`) || each.startsWith(`${pattern}[]`),
    );
    if (isSupported(supports, pattern)) account.acts.push(pattern);
    else if (inside) {
      const { items } = shapeOf(value);
      const part = accountFor(items ?? value, supports, `${pattern}${items ? '[]' : ''}.`);
      account.acts.push(...part.acts);
      account.refused.push(...(part.refused.length > MANY ? [`${pattern}.…`] : part.refused));
    } else account.refused.push(pattern);
  }
  return account;
}

/** The object or list alternative of a parameter. */
function shapeOf(schema: Schema): Schema {
  return schema.anyOf?.find((option) => option.properties ?? option.items) ?? schema;
}

function hasParam(schema: Schema, name: string): boolean {
  const [first = '', ...rest] = name.split('.');
  const key = first.replace('[]', '');
  const found = shapeOf(schema).properties?.[key];
  if (!found || rest.length === 0) return found !== undefined;
  return hasParam(shapeOf(found).items ?? found, rest.join('.'));
}

function listed(names: string[]): string {
  return names.length === 0 ? '–' : names.map((name) => `\`${name}\``).join(' ');
}
