import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startClient, type Client } from '../testing/sandbox-client';
import { shapeProblems } from './check-shape';

describe('the shape check', () => {
  let client: Client;
  let product: Record<string, unknown>;
  beforeAll(async () => {
    client = await startClient();
    const { lastResponse: _response, ...made } = await client.stripe.products.create({
      name: 'Tea',
    });
    product = { ...made };
  });
  afterAll(() => client.sandbox.close());

  it('finds nothing wrong with a whole object', () => {
    expect(shapeProblems(product)).toEqual([]);
    expect(shapeProblems({ object: 'list', data: [product], has_more: false, url: '/' })).toEqual(
      [],
    );
  });

  it('finds fields that are missing, unknown, of another type or of no known value', () => {
    const { name: _name, ...nameless } = product;
    expect(shapeProblems(nameless)).toEqual(['product.name is missing']);
    expect(shapeProblems({ ...product, colour: 'green' })).toEqual([
      'product.colour does not exist',
    ]);
    expect(shapeProblems({ ...product, active: 'yes' })).toEqual([
      'product.active is string, not boolean',
    ]);
    expect(shapeProblems({ ...product, type: 'tea' })).toEqual([
      'product.type is "tea", not one of 2 known values',
    ]);
    expect(shapeProblems({ object: 'teapot' })).toEqual(['no schema for an object of kind teapot']);
  });

  it('looks inside lists and events', () => {
    const list = { object: 'list', data: [product, { ...product, url: 1 }] };
    expect(shapeProblems(list)).toHaveLength(1);
    const event = {
      id: 'evt_1',
      object: 'event',
      api_version: null,
      created: 1,
      data: { object: { ...product, colour: 'green' } },
      livemode: false,
      pending_webhooks: 0,
      request: null,
      type: 'product.created',
    };
    expect(shapeProblems(event)).toEqual(['event data: product.colour does not exist']);
  });

  it("was generated from the SDK's types as they are installed", () => {
    const script = fileURLToPath(new URL('../../scripts/generate-schemas.mjs', import.meta.url));
    const { NODE_OPTIONS: _options, ...env } = process.env;
    expect(() => execFileSync(process.execPath, [script, '--check'], { env })).not.toThrow();
  });
});
