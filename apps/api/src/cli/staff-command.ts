import { answerTo } from './answer-to';
import { print } from './print';
import { readArguments } from './read-arguments';
import { requireTaken } from './require-taken';
import type { Taken } from './require-taken';
import { STAFF_HELP } from './staff-help';
import type { Terminal } from './terminal';

const OPTIONS = {
  role: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Which of them each command takes, in the order of the help. */
export const staffTaken: Taken<keyof typeof OPTIONS> = {
  'keys create': ['role'],
  'keys list': [],
  'keys revoke': [],
  'people add': ['role'],
  'people link': [],
  'people list': [],
  'people disable': [],
};

/** `npm run staff` */
export async function staff(terminal: Terminal): Promise<void> {
  const { values, positionals } = readArguments(terminal, {
    allowPositionals: true,
    options: OPTIONS,
  });
  const [command = '', ...rest] = positionals;
  const { json = false, help, ...options } = values;
  if (help || !command) {
    terminal.answer(STAFF_HELP);
    return;
  }
  requireTaken('staff', staffTaken, positionals, values);
  print(
    terminal,
    await answerTo(terminal, { program: 'staff', name: command, args: rest, options }),
    json,
  );
}
