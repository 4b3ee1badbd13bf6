export const HELP_WORDS = ['--help', '-h'];

/**
 * Prints the help and ends the process when `--help` or `-h` is among the arguments. Call it first: a command that is
 * asked for its help builds and starts nothing.
 */
export function printHelp(help) {
  const end = process.argv.indexOf('--');
  const args = process.argv.slice(2, end < 0 ? undefined : end);
  if (!args.some((word) => HELP_WORDS.includes(word))) return;
  console.log(help);
  process.exit(0);
}
