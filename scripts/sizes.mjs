/** `npm run sizes`: how long the hand-written source files are. */
import { join } from 'node:path';
import { printHelp } from './print-help.mjs';
import { requireNode } from './require-node.mjs';

printHelp(`npm run sizes

Prints how many lines the hand-written source files have, specs and generated files excluded: the median, the size that
90 % of them keep within, and the largest, each with its limit. checks/sizes.spec.ts fails above the limits.`);

requireNode('npm run sizes');
const { limits, sizesOf } = await import('../checks/sizes/source-sizes.ts');
const { count, tooLarge, ...sizes } = await sizesOf(join(import.meta.dirname, '..'));

console.log(`${count} source files, in lines:`);
for (const [name, limit] of Object.entries(limits)) {
  const label = { median: 'median', ninetyPercent: '90 %', largest: 'largest' }[name];
  console.log(`  ${label.padEnd(8)} ${String(sizes[name]).padStart(4)}   at most ${limit}`);
}
for (const { file, lines } of tooLarge) console.log(`  ${lines} ${file}`);
