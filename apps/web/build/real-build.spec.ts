/** @jest-environment node */
import { exec } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));
// Builds take long on a busy machine.
const TIMEOUT_MS = 180_000;

let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'shop-real-'));
  for (const shared of ['node_modules', 'libs', 'scripts', 'tsconfig.base.json']) {
    symlinkSync(join(REPOSITORY, shared), join(copy, shared));
  }
  cpSync(join(REPOSITORY, 'apps/web'), join(copy, 'apps/web'), { recursive: true });
});

afterEach(() => rmSync(copy, { recursive: true }));

const inCopy = (file: string) => join(copy, 'apps/web', file);

function change(file: string, from: string, to: string) {
  const before = readFileSync(inCopy(file), 'utf8');
  expect(before).toContain(from);
  writeFileSync(inCopy(file), before.replace(from, to));
}

/** Runs the project's own build, or only those of its steps that start with a word. */
function build(word = '') {
  const { targets } = JSON.parse(readFileSync(inCopy('project.json'), 'utf8')) as {
    targets: { build: { options: { command: string } } };
  };
  const steps = targets.build.options.command.split(' && ');
  const command = steps.filter((step) => step.startsWith(word)).join(' && ');
  const path = `${join(REPOSITORY, 'node_modules/.bin')}:${process.env['PATH']}`;
  return promisify(exec)(command, {
    cwd: join(copy, 'apps/web'),
    env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: '', PATH: path },
  });
}

describe('the build of the shop', () => {
  it(
    'holds nothing that is for development alone',
    async () => {
      // The checks of the messages change no file, and have the tests below.
      await build('vite');
      const client = join(copy, 'dist/apps/web/client');
      const files = globSync('**/*.*', { cwd: client });
      expect(files).toEqual(expect.arrayContaining(['index.html', 'robots.txt']));
      expect(files).not.toContain('mockServiceWorker.js');
      const code = files.filter((file) => /\.(js|css|html)$/.test(file));
      // The document, the styles, the shop, its libraries and five catalogues.
      expect(code.length).toBeGreaterThanOrEqual(9);
      const forDevelopment = /["'`]\/dev\/|mockServiceWorker|cs_test_example|R7K3-M9QX/;
      const text = (file: string) => readFileSync(join(client, file), 'utf8');
      expect(code.filter((file) => forDevelopment.test(text(file)))).toEqual([]);
      const longMessageId = /\bid:["'`][\w+/-]{6}["'`]/;
      expect(code.filter((file) => longMessageId.test(text(file)))).toEqual([]);
    },
    TIMEOUT_MS,
  );

  it(
    'fails while a translation is missing',
    async () => {
      change('src/locale/catalogs/ja.po', 'msgstr "売り切れ"', 'msgstr ""');
      await expect(build()).rejects.toMatchObject({
        stderr: expect.stringMatching(/ja.*Sold out/s),
      });
    },
    TIMEOUT_MS,
  );

  it(
    'fails while the catalogues do not know what the code says',
    async () => {
      change('src/features/catalog/product-card.tsx', 't`Sold out`', 't`Gone for good`');
      await expect(build()).rejects.toMatchObject({
        stderr: expect.stringMatching(/out-of-sync/),
      });
    },
    TIMEOUT_MS,
  );
});
