import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { examples } from '@shop/contract/examples';
import '../../../testing/api-server';
import { routes } from './handlers';

type Operation = { responses: Record<string, unknown> };

const { paths } = JSON.parse(
  readFileSync(
    fileURLToPath(new URL('../../../../../libs/contract/openapi.json', import.meta.url)),
    'utf8',
  ),
) as { paths: Record<string, Record<string, Operation>> };

/** Right for every route: each takes what it needs. */
const BODY = JSON.stringify({
  sessionId: 'cs_test_a1b2c3',
  email: examples['confirmation-confirmed-full'].email,
  token: 'token',
});

describe('the mocked API', () => {
  it.each(Object.values(routes))('answers with the status of the contract: %s', async (route) => {
    const path = route.slice(1);
    const [operation] = Object.entries(paths[path] ?? {});
    if (!operation) throw new Error(`${path} is not in the contract.`);
    const [method, { responses }] = operation;
    const { status } = await fetch(`http://shop.test${path}?session_id=cs_test_a1b2c3`, {
      method: method.toUpperCase(),
      ...(method === 'post' && { body: BODY }),
    });
    expect([`${status}`]).toEqual(Object.keys(responses).filter((one) => one.startsWith('2')));
  });
});
