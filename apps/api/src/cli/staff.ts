import { answerTo } from './answer-to';
import { endWith } from './end-with';
import { print } from './print';
import { readArguments } from './read-arguments';
import { STAFF_HELP } from './staff-help';

const OPTIONS = {
  role: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

async function main(): Promise<void> {
  const { values, positionals } = readArguments({ allowPositionals: true, options: OPTIONS });
  const [command = '', ...rest] = positionals;
  const { json = false, help, ...options } = values;
  if (help || !command) {
    console.log(STAFF_HELP);
    return;
  }
  print(await answerTo({ program: 'staff', name: command, args: rest, options }), json);
}

main().catch(endWith);
