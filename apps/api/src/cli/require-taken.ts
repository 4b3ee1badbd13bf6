import { UsageError } from './command-error';

/** The options that each command takes, by its words. Every command takes `--json` too. */
export type Taken<Name extends string = string> = Readonly<Record<string, readonly Name[]>>;

/**
 * Refuses an option that a command does not take: it was typed to say what is to be done, and would be ignored. A command
 * that is not in the table is left to whoever carries commands out.
 * @param words the command, as it was typed
 * @param given what parseArgs has found
 * @throws UsageError that names the option, and what the command takes
 */
export function requireTaken(
  program: 'orders' | 'staff',
  taken: Taken,
  [first = '', second = '']: readonly string[],
  given: object,
): void {
  const command = [first, `${first} ${second}`].find((words) => Object.hasOwn(taken, words));
  if (command === undefined) return;
  const names = [...(taken[command] ?? []), 'json'];
  const other = Object.keys(given).find((name) => !names.includes(name));
  if (other === undefined) return;
  const takes = names.map((name) => `--${name}`).join(', ');
  throw new UsageError(
    `${command} does not take --${other}, only ${takes}. See npm run ${program} -- --help`,
  );
}
