import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** The part of a built file's description that the budget uses. */
export type BuiltFile = {
  type: 'chunk' | 'asset';
  fileName: string;
  code?: string;
  isEntry?: boolean;
  facadeModuleId?: string | null;
  imports?: readonly string[];
  dynamicImports?: readonly string[];
  moduleIds?: readonly string[];
};

/**
 * Fails the build when a page needs more JavaScript than it may.
 *
 * @param route end of the path of the page's own module, which the entry imports on demand
 * @param oneOf matches modules of which a page needs exactly one (the message catalogues); the largest counts
 * @param seldom matches modules that few visits of the page load; they and what only they import do not count
 * @param maxBytes of gzip, all files together
 */
export function sizeBudget(route: string, oneOf: RegExp, seldom: RegExp, maxBytes: number): Plugin {
  return {
    name: 'size-budget',
    apply: 'build',
    writeBundle(_options, bundle) {
      const { bytes, files } = measureRoute(Object.values(bundle), route, oneOf, seldom);
      const said = `${route} needs ${bytes} bytes of JavaScript (gzip) in ${files.length} files; its budget is ${maxBytes}.`;
      if (bytes > maxBytes) throw new Error(said);
      this.info(said);
    },
  };
}

/**
 * Measures all JavaScript that a page can need: the entry, the page's module, all that they import, and what the page's
 * module imports on demand, but for what few visits need. What the entry imports on demand are the other pages, and the message catalogues, of which
 * a page needs one.
 * @throws when there is no such module: a budget that measures nothing would never fail
 */
export function measureRoute(
  built: readonly BuiltFile[],
  route: string,
  oneOf: RegExp,
  seldom: RegExp,
): { bytes: number; files: string[] } {
  const chunks = new Map(built.filter((file) => file.type === 'chunk').map((c) => [c.fileName, c]));
  const entry = [...chunks.values()].find((chunk) => chunk.isEntry);
  const page = [...chunks.values()].find((chunk) => chunk.facadeModuleId?.endsWith(route));
  const isSeldom = (fileName: string) => seldom.test(chunks.get(fileName)?.facadeModuleId ?? '');
  if (![...chunks.keys()].some(isSeldom)) throw new Error(`There is no chunk of ${seldom}.`);
  if (!entry || !page) throw new Error(`There is no entry, or no chunk of ${route}, to measure.`);

  const needed = new Set<string>();
  const collect = (fileName: string, withDynamic: boolean) => {
    const chunk = chunks.get(fileName);
    if (!chunk || needed.has(fileName) || isSeldom(fileName)) return;
    needed.add(fileName);
    for (const imported of chunk.imports ?? [])
      collect(imported, withDynamic && imported !== entry.fileName);
    if (withDynamic) for (const imported of chunk.dynamicImports ?? []) collect(imported, true);
  };
  collect(entry.fileName, false);
  collect(page.fileName, true);

  const sizeOf = (file: string) => gzipSync(chunks.get(file)?.code ?? '', { level: 9 }).length;
  const [largest] = [...chunks.values()]
    .filter((chunk) => !needed.has(chunk.fileName) && chunk.moduleIds?.some((id) => oneOf.test(id)))
    .map((chunk) => chunk.fileName)
    .sort((a, b) => sizeOf(b) - sizeOf(a));
  if (!largest) throw new Error(`There is no chunk of ${oneOf}, to measure.`);

  const files = [...needed, largest].sort();
  return { bytes: files.reduce((sum, file) => sum + sizeOf(file), 0), files };
}
