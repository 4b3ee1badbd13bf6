import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFile(join(root, file), 'utf8');

interface Demo {
  name: string;
  tagline: Record<string, string>;
  seller: { legalName: string; address: { line1: string } };
  appearance: { light: { accent: string }; fonts: { display: string } };
  mail: { from: string };
}

/** What belongs to the demo shop alone. */
async function demoWords(): Promise<string[]> {
  const { name, tagline, seller, appearance, mail } = JSON.parse(await read('shop.json')) as Demo;
  const [font = ''] = appearance.fonts.display.split(',');
  return [
    name,
    // As in names of files and keys.
    name.toLowerCase().replace(' ', '-'),
    ...Object.values(tagline),
    seller.legalName,
    seller.address.line1,
    font,
    appearance.light.accent,
    mail.from.replace(/.*<|>/g, ''),
  ];
}

/** Its products. The contract's examples, which the API's document repeats, speak of such products too. */
async function demoGoods(): Promise<string[]> {
  const products = JSON.parse(await read('products.json')) as { description: string }[];
  return products.map(({ description }) => description);
}

describe('what is built', () => {
  it.each(['api', 'web', 'console', 'stripe-sandbox'])(
    'of %s holds no word of the demo shop: that is one shop file of many',
    async (app) => {
      const words = [...(await demoWords()), ...(app === 'api' ? [] : await demoGoods())];
      const files = globSync(`dist/apps/${app}/**/*.{js,css,html,svg}`, { cwd: root });
      expect(files.length).toBeGreaterThan(0);
      const found = [];
      for (const file of files) {
        const text = await read(file);
        for (const word of words) if (text.includes(word)) found.push(`${file}: ${word}`);
      }
      expect(found).toEqual([]);
    },
  );
});
