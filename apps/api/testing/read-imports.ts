import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** Aliases of modules, as in a tsconfig's `paths`. */
export type Aliases = Record<string, readonly string[]>;

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The aliases of the repository. */
export function repositoryAliases(): Aliases {
  const file = join(root, 'tsconfig.base.json');
  const { config } = ts.readConfigFile(file, (path) => readFileSync(path, 'utf8')) as {
    config: { compilerOptions: { paths: Aliases } };
  };
  return config.compilerOptions.paths;
}

/**
 * Every module that the code imports, by whichever syntax: import, export … from, import type, import('…'), require.
 * Relative paths and aliases become paths from the repository's root, without an extension; packages keep their name.
 * @param file path of the code from the repository's root
 */
export function readImports(file: string, code: string, aliases: Aliases): string[] {
  return ts.preProcessFile(code, true, true).importedFiles.map(({ fileName }) => {
    const path = fileName.startsWith('.')
      ? join(dirname(file), fileName)
      : aliased(fileName, aliases);
    return path.replace(/\.[mc]?[jt]sx?$/, '');
  });
}

function aliased(name: string, aliases: Aliases): string {
  for (const [alias, [target = '']] of Object.entries(aliases)) {
    const [before = '', after] = alias.split('*');
    if (name === alias) return join(target);
    if (after !== undefined && name.startsWith(before)) {
      return join(target.replace('*', name.slice(before.length)));
    }
  }
  return name;
}

/** Whether the code reads the environment: process.env, process['env'], const { env } = process, or an import of it. */
export function readsEnvironment(code: string): boolean {
  const visit = (node: ts.Node): boolean =>
    isEnvironment(node) || ts.forEachChild(node, visit) === true;
  return visit(ts.createSourceFile('code.ts', code, ts.ScriptTarget.Latest, true));
}

function isEnvironment(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node))
    return node.name.text === 'env' && isProcess(node.expression);
  if (ts.isElementAccessExpression(node)) {
    const { argumentExpression: key } = node;
    return ts.isStringLiteralLike(key) && key.text === 'env' && isProcess(node.expression);
  }
  if (ts.isVariableDeclaration(node)) {
    return (
      ts.isObjectBindingPattern(node.name) && !!node.initializer && isProcess(node.initializer)
    );
  }
  return (
    ts.isImportDeclaration(node) && /^['"](node:)?process['"]$/.test(node.moduleSpecifier.getText())
  );
}

const isProcess = (node: ts.Node) => /(^|\.)process$/.test(node.getText());
