import { orderNumberSchema } from '@shop/contract';
import { ProblemError } from '../http/errors/problem-error';

/** What is no order number is the number of no order. @throws ProblemError ORDER_NOT_FOUND */
export function knownNumber(number: string): string {
  const parsed = orderNumberSchema.safeParse(number);
  if (!parsed.success) throw new ProblemError('ORDER_NOT_FOUND');
  return parsed.data.toUpperCase();
}
