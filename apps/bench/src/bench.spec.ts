import { afterAll, describe, expect, it } from '@jest/globals';
import { cleanUp } from '@shop/shop-harness/cleanup-registry';
import { findPostgresServer } from '@shop/shop-harness/database/postgres-server';
import { checkout } from './benches/checkout.bench';
import { products } from './benches/products.bench';
import { webhook } from './benches/webhook.bench';
import { runBench } from './run-bench';
import type { Line } from './run-bench';

const hasPostgres = (await findPostgresServer()) !== undefined;
if (!hasPostgres) console.warn('No TEST_DATABASE_URL, and no PostgreSQL installed: no webhooks.');

/** Runs some benches in their shortest form. The test is that they measure, not what they measure. */
describe('npm run bench', () => {
  it.each([products, hasPostgres ? webhook : checkout])(
    'measures $name against its baseline',
    async (bench) => {
      const lines: Line[] = [];
      for await (const line of runBench(bench, 'quick')) lines.push(line);
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) {
        expect(line).toMatchObject({ bench: bench.name, quick: true, unit: expect.any(String) });
        if (!('value' in line)) continue;
        expect(line.value).toBeGreaterThan(0);
        expect(line.baseline.value).toBeGreaterThan(0);
        expect(line.ratio).toBeGreaterThan(0);
        expect(line).not.toHaveProperty('reached');
      }
    },
  );
});

afterAll(cleanUp);
