import { glob } from 'node:fs/promises';

const IGNORED = /(^|\/)(node_modules|dist|\.nx|tmp|test-results)(\/|$)/;

/** Files of the repository that match, without what is installed or built. */
export async function filesIn(root: string, pattern: string): Promise<string[]> {
  const exclude = (name: string) => IGNORED.test(name);
  const files: string[] = [];
  for await (const file of glob(pattern, { cwd: root, exclude })) files.push(file);
  return files;
}

/** Every Markdown file of the repository. */
export const documentsIn = (root: string): Promise<string[]> => filesIn(root, '**/*.md');
