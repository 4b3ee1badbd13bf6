import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { breakingChanges } from './breaking-changes';
import type { OpenApiDocument } from './breaking-changes';
import { judgeRelease } from './judge-release';
import { currentDocument, lastReleased } from './released';

const changelog = readFileSync(join(import.meta.dirname, '../CHANGELOG.md'), 'utf8');

/** The real document, bent. */
interface Bendable {
  info: { version: string };
  components: { schemas: Record<string, { properties: Properties; required: string[] }> };
  paths: Record<
    string,
    Record<string, { parameters: object[]; responses: Record<string, unknown> }>
  >;
  webhooks: Record<string, unknown>;
}
type Properties = Record<string, { type?: string; maxItems?: number; enum?: string[] } | object>;

function bent(bend: (document: Bendable) => void): OpenApiDocument {
  const document = structuredClone(lastReleased());
  bend(document as unknown as Bendable);
  return document;
}

const schema = (document: Bendable, name: string) => {
  const found = document.components.schemas[name];
  if (!found) throw new Error(`There is no schema ${name}.`);
  return found;
};
const operation = (document: Bendable, path: string, method: string) => {
  const found = document.paths[path]?.[method];
  if (!found) throw new Error(`There is no ${method} ${path}.`);
  return found;
};
const codes = (document: Bendable) =>
  (schema(document, 'Problem').properties['code'] as { enum: string[] }).enum;

/** The lists of orders that a need of staff can lead to. */
const listsOf = (document: Bendable) => {
  const { anyOf } = schema(document, 'StaffNeed').properties['orders'] as {
    anyOf: { enum?: string[] }[];
  };
  return anyOf.flatMap((one) => (one.enum ? [one.enum] : []))[0] ?? [];
};

const breaks: [string, (document: Bendable) => void][] = [
  [
    'an answer loses a field',
    (d) => {
      delete schema(d, 'Product').properties['soldOut'];
      schema(d, 'Product').required = schema(d, 'Product').required.filter((x) => x !== 'soldOut');
    },
  ],
  [
    'a field of an answer may be missing',
    (d) => {
      schema(d, 'Product').required = schema(d, 'Product').required.filter((x) => x !== 'soldOut');
    },
  ],
  [
    'a field of an answer may be null',
    (d) => {
      schema(d, 'Product').properties['name'] = { anyOf: [{ type: 'string' }, { type: 'null' }] };
    },
  ],
  [
    'a field of an answer has another type',
    (d) => (schema(d, 'Product').properties['name'] = { type: 'integer' }),
  ],
  [
    'an order can be in a state that no consumer knows',
    (d) =>
      (schema(d, 'MaskedConfirmation').properties['state'] as { enum: string[] }).enum.push('lost'),
  ],
  [
    'an order is never again in a state',
    (d) => (schema(d, 'MaskedConfirmation').properties['state'] as { enum: string[] }).enum.pop(),
  ],
  [
    'a request needs a further field',
    (d) => {
      schema(d, 'CheckoutRequest').properties['note'] = { type: 'string' };
      schema(d, 'CheckoutRequest').required.push('note');
    },
  ],
  [
    'a request needs a further header',
    (d) =>
      operation(d, '/api/products', 'get').parameters.push({
        name: 'X-Shop',
        in: 'header',
        required: true,
        schema: { type: 'string' },
      }),
  ],
  [
    'a request may hold less',
    (d) => (schema(d, 'CheckoutRequest').properties['items'] = { type: 'array', maxItems: 2 }),
  ],
  [
    'an answer has another status',
    (d) => {
      const { responses } = operation(d, '/api/checkout', 'post');
      responses['200'] = responses['201'];
      delete responses['201'];
    },
  ],
  [
    'a problem code is renamed',
    (d) => codes(d).splice(codes(d).indexOf('OUT_OF_STOCK'), 1, 'GONE'),
  ],
  ['a problem code is dropped', (d) => codes(d).splice(codes(d).indexOf('OUT_OF_STOCK'), 1)],
  [
    "an event to the merchant's system loses a field",
    (d) => {
      delete schema(d, 'MerchantOrder').properties['goodsDue'];
      schema(d, 'MerchantOrder').required = schema(d, 'MerchantOrder').required.filter(
        (x) => x !== 'goodsDue',
      );
    },
  ],
  ["an event to the merchant's system is dropped", (d) => delete d.webhooks['order.refunded']],
  ['an operation is dropped', (d) => delete d.paths['/api/products']],
];

const harmless: [string, (document: Bendable) => void][] = [
  ['nothing changes', () => undefined],
  [
    'an answer has a further field',
    (d) => {
      schema(d, 'Product').properties['weightGrams'] = { type: 'integer' };
      schema(d, 'Product').required.push('weightGrams');
    },
  ],
  [
    'a request may hold a further field',
    (d) => (schema(d, 'CheckoutRequest').properties['note'] = { type: 'string' }),
  ],
  [
    "an event to the merchant's system has a further field",
    (d) => {
      schema(d, 'MerchantOrder').properties['weightGrams'] = { type: 'integer' };
      schema(d, 'MerchantOrder').required.push('weightGrams');
    },
  ],
  [
    "there is a further event to the merchant's system",
    (d) => (d.webhooks['order.collected'] = d.webhooks['order.paid']),
  ],
  ['there is a further problem code', (d) => codes(d).splice(3, 0, 'CLOSED')],
  ['a need leads to a further list', (d) => listsOf(d).push('late')],
  [
    'an operation can be refused with a further status',
    (d) => (operation(d, '/api/products', 'get').responses['418'] = { description: 'A teapot.' }),
  ],
  [
    'an operation is never refused with a status any more',
    (d) => delete operation(d, '/api/health/live', 'get').responses['500'],
  ],
];

describe('a consumer of the contract', () => {
  it.each(breaks)('breaks when %s', (_what, bend) => {
    expect(breakingChanges(lastReleased(), bent(bend))).not.toEqual([]);
  });

  it.each(harmless)('does not when %s', (_what, bend) => {
    expect(breakingChanges(lastReleased(), bent(bend))).toEqual([]);
  });
});

describe('a breaking change', () => {
  const raised = (version: string) =>
    bent((document) => {
      document.info.version = version;
      delete document.paths['/api/products'];
    });

  it('fails, and says what breaks, until the first number of the version is raised', () => {
    const released = lastReleased();
    expect(judgeRelease(released, raised(released.info.version), changelog)).toEqual([
      expect.stringContaining('/api/products'),
    ]);
    expect(judgeRelease(released, raised('1.99.0'), '## 1.99.0\n\nSmall.')).toHaveLength(1);
  });

  it('fails until the changelog says why', () => {
    expect(judgeRelease(lastReleased(), raised('99.0.0'), changelog)).toHaveLength(1);
    expect(judgeRelease(lastReleased(), raised('99.0.0'), '## 99.0.0\n')).toHaveLength(1);
    expect(judgeRelease(lastReleased(), raised('99.0.0'), '## 99.0.0\n\nNothing sells.')).toEqual(
      [],
    );
  });
});

describe('openapi.json', () => {
  it('breaks nobody who relies on the released one', () => {
    expect(judgeRelease(lastReleased(), currentDocument(), changelog)).toEqual([]);
  });
});
