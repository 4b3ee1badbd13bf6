import { answerTo } from './answer-to';
import { changeOptions } from './change-options';
import { HELP } from './help';
import { print } from './print';
import { readArguments } from './read-arguments';
import { shipmentOptions } from './shipment-options';
import type { Terminal } from './terminal';
import { writeHeld } from './write-held';

const OPTIONS = {
  as: { type: 'string' },
  step: { type: 'string' },
  since: { type: 'string' },
  ...shipmentOptions,
  ...changeOptions,
  out: { type: 'string' },
  all: { type: 'boolean' },
  force: { type: 'boolean' },
  yes: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** `npm run orders` */
export async function orders(terminal: Terminal): Promise<void> {
  const { values, positionals } = readArguments(terminal, {
    allowPositionals: true,
    options: OPTIONS,
  });
  const [command = '', ...rest] = positionals;
  const { json = false, help, out, ...options } = values;
  if (help || !command) {
    terminal.answer(HELP);
    return;
  }
  const answer = await answerTo(terminal, {
    program: 'orders',
    name: command,
    args: rest,
    options,
  });
  // What is held of a person is handed on, so it is always a document.
  const isExport = command === 'export';
  const shown = isExport && out !== undefined ? await writeHeld(answer, out) : answer;
  print(terminal, shown, json || isExport);
}
