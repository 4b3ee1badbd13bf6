import { writeFile } from 'node:fs/promises';
import { CommandError } from './command-error';

/**
 * Writes what is held of a person into a new file, for its owner alone.
 * @returns the file, and how much is in it
 * @throws CommandError when the file cannot be made
 */
export async function writeHeld(held: object, file: string): Promise<object> {
  try {
    await writeFile(file, `${JSON.stringify(held, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CommandError(
      code === 'EEXIST'
        ? `${file} is there already: name a new file.`
        : `${file} cannot be written (${code}).`,
    );
  }
  const { orders, withdrawals } = held as Record<'orders' | 'withdrawals', unknown[]>;
  return { file, orders: orders.length, withdrawals: withdrawals.length };
}
