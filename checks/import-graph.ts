import { join, posix } from 'node:path';
import ts from 'typescript';

/** The source files by their paths from the repository's root, with `/` between folders. */
export type Sources = ReadonlyMap<string, string>;

/** Which files each file imports. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** Aliases of modules, as in a tsconfig's `paths`. */
export type Aliases = Record<string, readonly string[]>;

/** What an import may leave out of a file's name, or have instead of it. */
const ENDINGS = ['', '.ts', '.tsx', '.mjs', '/index.ts', '/index.tsx'];

/**
 * Reads which sources import which, by whichever syntax, types included. Packages, and files that are not among the
 * sources, are left out.
 */
export function readImportGraph(sources: Sources, aliases: Aliases): ImportGraph {
  return new Map(
    [...sources].map(([file, code]) => {
      const { importedFiles } = ts.preProcessFile(code, true, true);
      const found = importedFiles.flatMap(({ fileName }) => {
        const path = pathOf(file, fileName, aliases);
        return path === undefined ? [] : findFile(path, sources);
      });
      return [file, [...new Set(found)]];
    }),
  );
}

function pathOf(file: string, name: string, aliases: Aliases): string | undefined {
  if (name.startsWith('.')) return posix.join(posix.dirname(file), name);
  for (const [alias, [target = '']] of Object.entries(aliases)) {
    const [before = '', after] = alias.split('*');
    if (name === alias) return posix.join(target);
    if (after !== undefined && name.startsWith(before)) {
      return posix.join(target.replace('*', name.slice(before.length)));
    }
  }
  return undefined;
}

function findFile(path: string, sources: Sources): string[] {
  const withoutJs = path.replace(/\.jsx?$/, '');
  const candidates = ENDINGS.flatMap((ending) => [path + ending, withoutJs + ending]);
  return candidates.filter((candidate) => sources.has(candidate)).slice(0, 1);
}

/**
 * Finds circles: for each file that imports itself, over whichever way, the shortest one.
 * @returns each circle once, as its files joined by ` → `, ending with the file it begins with
 */
export function findCircles(graph: ImportGraph): string[] {
  const circles = new Set<string>();
  for (const file of graph.keys()) {
    const circle = shortestCircle(graph, file);
    if (circle) circles.add(print(circle));
  }
  return [...circles].sort();
}

/** Breadth first, so that the first way back is the shortest. */
function shortestCircle(graph: ImportGraph, start: string): string[] | undefined {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const file of queue) {
    for (const next of graph.get(file) ?? []) {
      if (next === start) return wayTo(file, start, cameFrom);
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, file);
      queue.push(next);
    }
  }
  return undefined;
}

function wayTo(end: string, start: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const way = [end];
  for (let file = end; file !== start; way.unshift(file)) file = cameFrom.get(file) ?? start;
  return way;
}

/** Begins with the first of its files by name, so that the same circle reads the same from wherever it was found. */
function print(circle: string[]): string {
  const first = circle.indexOf([...circle].sort()[0] ?? '');
  const turned = [...circle.slice(first), ...circle.slice(0, first)];
  return [...turned, turned[0]].join(' → ');
}

/** The aliases that the repository's tsconfig.base.json names. */
export function readAliases(root: string): Aliases {
  const read = ts.readConfigFile(join(root, 'tsconfig.base.json'), (path) => ts.sys.readFile(path));
  return (read.config as { compilerOptions: { paths: Aliases } }).compilerOptions.paths;
}
