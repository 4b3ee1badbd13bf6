import type { Rule } from './rules.ts';

const SCRIPT = /^((?:\w+=\S+ )*npm (?:start|test|run (?:--silent )?\S+))/;

/** A printed command as it is typed for its rule, which may ask it to do less. */
export function asTried(command: string, { way, append }: Rule): string {
  const [printed = ''] = command.replace(/^stripe /, 'npx stripe ').split(/ > \S+$/);
  // A copy of the repository has no .env.
  const words = printed.replace('--env-file=.env', '--env-file-if-exists=.env');
  if (way === 'syntax') return words.replace(/^node /, 'node --check ');
  // It gets a free port.
  if (way === 'serve') return words.replace(/^WEB_PORT=\d+ /, '');
  return way === 'help' ? askedForHelp(words) : append ? `${words} ${append}` : words;
}

/** A script's help is the same whatever else it is given. npm hands on to the script what stands behind `--`. */
function askedForHelp(words: string): string {
  const [, script] = SCRIPT.exec(words) ?? [];
  const typed = script ? `${script} -- --help` : `${words.replace(/ …$/, '')} --help`;
  return typed.replace(/_…/g, '_0123456789abcdef');
}
