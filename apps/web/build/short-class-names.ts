import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * Names classes and keyframes by a letter of their file and their number in it: `a0`, `a1`, `b0`. A hash would be as
 * unique, but no compression shortens it, and each class stands in the scripts and in the styles. The same sources give
 * the same names.
 * @param folder all CSS modules below it
 * @returns for `css.modules.generateScopedName`
 */
export function shortClassNames(folder: string): (name: string, file: string) => string {
  const short = new Map<string, string>();
  for (const [index, path] of globSync('**/*.module.css', { cwd: folder }).sort().entries()) {
    const file = resolve(join(folder, path));
    const names = new Set(readFileSync(file, 'utf8').match(/(?<=\.|@keyframes )[a-zA-Z_][\w-]*/g));
    for (const [number, name] of [...names].entries())
      short.set(`${file} ${name}`, `${lettersOf(index)}${number}`);
  }
  return (name, file) => {
    const found = short.get(`${resolve(file)} ${name}`);
    if (found === undefined) throw new Error(`${file} has no class ${name}.`);
    return found;
  };
}

/** 0 is a, 25 is z, 26 is ba. */
const lettersOf = (index: number): string =>
  (index < 26 ? '' : lettersOf(Math.floor(index / 26))) + String.fromCharCode(97 + (index % 26));
