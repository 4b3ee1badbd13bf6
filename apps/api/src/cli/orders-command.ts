import { answerTo } from './answer-to';
import { HELP } from './help';
import { ordersOptions, ordersTaken } from './orders-options';
import { print, printEach } from './print';
import { readArguments } from './read-arguments';
import { requireTaken } from './require-taken';
import type { Terminal } from './terminal';
import { writeHeld } from './write-held';

/** `npm run orders` */
export async function orders(terminal: Terminal): Promise<void> {
  const { values, positionals } = readArguments(terminal, {
    allowPositionals: true,
    options: ordersOptions,
  });
  const [command = '', ...rest] = positionals;
  const { json = false, help, out, ...options } = values;
  if (help || !command) {
    terminal.answer(HELP);
    return;
  }
  requireTaken('orders', ordersTaken, positionals, values);
  const answer = await answerTo(terminal, {
    program: 'orders',
    name: command,
    args: rest,
    options: { ...options, json },
  });
  if (command === 'show' && !json) {
    printEach(terminal, answer);
    return;
  }
  const shown = out === undefined ? answer : await writeHeld(answer, out);
  // What is held of a person is handed on, so it is always a document.
  print(terminal, shown, json || command === 'export');
}
