import { answerTo } from './answer-to';
import { print } from './print';
import { readArguments } from './read-arguments';
import { STAFF_HELP } from './staff-help';
import type { Terminal } from './terminal';

const OPTIONS = {
  role: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

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
  print(
    terminal,
    await answerTo(terminal, { program: 'staff', name: command, args: rest, options }),
    json,
  );
}
