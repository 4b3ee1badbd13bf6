import { reasonSchema } from '@shop/contract';
import { UsageError } from './command-error';

/**
 * Why a command is typed that may be typed without saying so.
 * @returns null when nothing is said
 * @throws UsageError when that is no reason
 */
export function saidReason(reason: string | undefined): string | null {
  if (reason === undefined) return null;
  const why = reasonSchema.safeParse(reason);
  if (why.success) return why.data;
  throw new UsageError('--reason is one line of 3 to 300 characters.');
}
