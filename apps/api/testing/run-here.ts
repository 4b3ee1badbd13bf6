import { Readable } from 'node:stream';
import { orders } from '../src/cli/orders-command';
import { sayFailure } from '../src/cli/say-failure';
import { staff } from '../src/cli/staff-command';
import { Terminal } from '../src/cli/terminal';

const commands = { orders, staff };

/**
 * Runs one of the API's commands as its program does, from the words that were typed to the exit code, in this process.
 * A process of its own spends half a second on loading the API: see run-program.ts for what is about processes.
 * @param input what is typed into it
 */
export async function runHere(
  program: keyof typeof commands,
  words: readonly string[],
  env: Record<string, string>,
  input = '',
): Promise<{ code: number; out: string; error: string }> {
  let out = '';
  let error = '';
  const terminal = new Terminal(
    [...words],
    env,
    Readable.from(input ? [input] : []),
    (text) => (out += `${text}\n`),
    (text) => (error += `${text}\n`),
    (text) => (error += text),
  );
  try {
    await commands[program](terminal);
    return { code: 0, out, error };
  } catch (failure) {
    const code = sayFailure(terminal, failure);
    return { code, out, error };
  }
}
