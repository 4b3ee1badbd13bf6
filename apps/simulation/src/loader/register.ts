import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';
import type { PlantedBug } from '../planted/planted-bug.ts';

const root = join(import.meta.dirname, '../../../..');

/** As in tsconfig.base.json. */
const ALIASES: readonly (readonly [RegExp, string])[] = [
  [/^@shop\/contract\/(.+)$/, 'libs/contract/src/$1'],
  [/^@shop\/shop-harness\/(.+)$/, 'libs/shop-harness/src/$1'],
  [/^@shop\/shop-file\/(.+)$/, 'libs/shop-file/src/$1'],
  [/^@shop\/([\w-]+)$/, 'libs/$1/src/index'],
  // The words of e-mails are not simulated: no catalogue is compiled.
  [/^@lingui\/core\/macro$/, 'apps/simulation/src/loader/plain-words'],
];

/**
 * Lets Node load the apps' TypeScript as it is, with the decorators that Nest needs. A planted bug is put into its file on
 * the way, in memory: the checkout stays as it is. Runs natively, so it imports by file name only.
 */
export function register(planted?: PlantedBug): void {
  const bent = planted && join(root, planted.file);
  registerHooks({
    resolve(specifier, context, next) {
      const file = fileOf(specifier, context.parentURL);
      return file
        ? { url: pathToFileURL(file).href, shortCircuit: true }
        : next(specifier, context);
    },
    load(url, context, next) {
      if (url.endsWith('.po')) return asModule('export const messages = {};');
      if (!url.startsWith('file:') || url.includes('/node_modules/') || !url.endsWith('.ts'))
        return next(url, context);
      const file = fileURLToPath(url);
      const text = readFileSync(file, 'utf8');
      const source = planted && file === bent ? plant(text, planted) : text;
      return asModule(compile(source, file));
    },
  });
}

const asModule = (source: string) => ({ format: 'module' as const, source, shortCircuit: true });

function fileOf(specifier: string, parent: string | undefined): string | undefined {
  const path =
    specifier.startsWith('.') && parent?.startsWith('file:')
      ? join(dirname(fileURLToPath(parent)), specifier)
      : aliased(specifier);
  if (!path || path.includes('/node_modules/')) return undefined;
  return [path, `${path}.ts`, `${path}/index.ts`].find(
    (file) => file.endsWith('.ts') && existsSync(file),
  );
}

function aliased(specifier: string): string | undefined {
  const alias = ALIASES.find(([pattern]) => pattern.test(specifier));
  return alias && join(root, specifier.replace(...alias));
}

/** @throws when the product no longer has the text, or has it twice: the planted bug has to follow the product */
export function plant(text: string, { name, file, find, replace }: PlantedBug): string {
  const [before, ...after] = text.split(find);
  if (after.length !== 1)
    throw new Error(`Planted bug ${name}: ${file} has its text ${after.length} times, not once.`);
  return `${before ?? ''}${replace}${after[0] ?? ''}`;
}

const compile = (source: string, filename: string) =>
  transformSync(source, {
    filename,
    configFile: false,
    swcrc: false,
    sourceMaps: 'inline',
    jsc: {
      target: 'es2023',
      experimental: { keepImportAttributes: true },
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
    },
    module: { type: 'es6' },
  }).code;
