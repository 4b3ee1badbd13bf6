/** @jest-environment node */
import { execFile } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

/** Lingui's id of the message "Sold out". */
const SOLD_OUT = 'lgFfeO';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'shop-build-'));
  mkdirSync(join(root, 'src'));
  mkdirSync(join(root, 'public'));
  const html =
    '<head><script>var pages = %PAGES%; var words = %CATALOGUES%;</script></head><script type="module" src="/src/main.js"></script>';
  writeFileSync(join(root, 'index.html'), html);
  const main =
    `console.log({ id: "${SOLD_OUT}" }, "Nimble");` +
    'import("./order.js").then(({ say }) => say()); import("./words/de.js").then(console.log);';
  writeFileSync(join(root, 'src/main.js'), main);
  mkdirSync(join(root, 'src/words'));
  const german = JSON.stringify(JSON.stringify({ [SOLD_OUT]: ['Ausverkauft'] }));
  writeFileSync(join(root, 'src/words/de.js'), `export default JSON.parse(${german})`);
  const english = 'msgid ""\nmsgstr ""\n\nmsgid "Sold out"\nmsgstr "Sold out"\n';
  writeFileSync(join(root, 'src/words/en.po'), english);
  const words = JSON.stringify(Array.from({ length: 400 }, (_, index) => index ** 3));
  const order = `export const say = () => { console.log(${words}); return import('./seldom.js'); };`;
  writeFileSync(join(root, 'src/order.js'), order);
  writeFileSync(join(root, 'src/seldom.js'), 'console.log("a parcel is out");');
  writeFileSync(join(root, 'public/picture.svg'), `<svg>${'<path/>'.repeat(400)}</svg>`);
});

afterEach(() => rmSync(root, { recursive: true }));

const PLUGINS = fileURLToPath(new URL('.', import.meta.url));
const VITE = fileURLToPath(new URL('../../../node_modules/vite/bin/vite.js', import.meta.url));

// In a process of its own: the bundler's native part refuses objects that were made inside Jest.
function buildWith(maxBytes: number) {
  const config = `
    import { firstPagePreload } from '${PLUGINS}first-page-preload.ts';
    import { precompress } from '${PLUGINS}precompress.ts';
    import { shortMessageIds } from '${PLUGINS}short-message-ids.ts';
    import { sizeBudget } from '${PLUGINS}size-budget.ts';
    export default {
      plugins: [
        firstPagePreload({ '/order': 'src/order.js' }, /words\\/(\\w+)\\.js$/),
        sizeBudget('src/order.js', /words\\//, /seldom\\.js$/, ${maxBytes}),
        shortMessageIds(['src/words/en.po'], /\\/src\\/.*\\.js$/),
        precompress(),
      ],
    };`;
  writeFileSync(join(root, 'vite.config.mjs'), config);
  return promisify(execFile)(process.execPath, [VITE, 'build'], { cwd: root });
}

describe('the build', () => {
  it('fails when the page is over its budget, and says by how much', async () => {
    await expect(buildWith(100)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /src\/order\.js needs \d{3,} bytes of JavaScript .*; its budget is 100\./,
      ),
    });
  });

  it('names the page and the catalogues in the document and compresses what is served', async () => {
    await buildWith(1_000_000);
    const html = readFileSync(join(root, 'dist/index.html'), 'utf8');
    expect(html).toMatch(/pages = \{"\/order":\["\/assets\/order-[\w-]+\.js"\]\};/);
    expect(html).toMatch(/words = \{"de":"\/assets\/de-[\w-]+\.js"\};/);
    const [script = ''] = globSync('assets/order-*.js', { cwd: join(root, 'dist') });
    for (const file of [script, 'picture.svg']) {
      const plain = readFileSync(join(root, 'dist', file));
      expect(brotliDecompressSync(readFileSync(join(root, 'dist', `${file}.br`)))).toEqual(plain);
      expect(gunzipSync(readFileSync(join(root, 'dist', `${file}.gz`)))).toEqual(plain);
    }
  });

  it('gives a message the same short id in the code and in a catalogue', async () => {
    await buildWith(1_000_000);
    const code = globSync('dist/assets/*.js', { cwd: root }).map((file) =>
      readFileSync(join(root, file), 'utf8'),
    );
    expect(code.filter((text) => text.includes(SOLD_OUT))).toEqual([]);
    expect(code.filter((text) => /id:.0.},.Nimble./.test(text))).toHaveLength(1);
    expect(code.filter((text) => text.includes('"0":["Ausverkauft"]'))).toHaveLength(1);
  });
});
