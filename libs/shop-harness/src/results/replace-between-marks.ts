import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from '@shop/stack';

/**
 * Replaces the text between `<!-- name -->` and `<!-- /name -->` in a file of the repository.
 * @throws when the file has no such marks
 */
export async function replaceBetweenMarks(file: string, name: string, text: string): Promise<void> {
  const [startMark, endMark] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const path = join(repositoryRoot, file);
  const whole = await readFile(path, 'utf8');
  const [start, end] = [whole.indexOf(startMark), whole.indexOf(endMark)];
  if (start < 0 || end < start) throw new Error(`${file} has no ${startMark} … ${endMark}.`);
  await writeFile(
    path,
    `${whole.slice(0, start + startMark.length)}\n\n${text}\n\n${whole.slice(end)}`,
  );
}
