import type { Request } from 'express';
import { staffActionAnswerSchema } from '@shop/contract';
import { ProblemError } from '../../http/errors/problem-error';
import { actionOf } from '../staff.guard';
import type { Why } from './act-on-order.service';

/** 200 of every action. */
export const DONE = {
  description: 'It is done, and written down.',
  schema: staffActionAnswerSchema,
  examples: ['staff-action' as const],
};

/** @throws ProblemError INTERNAL_ERROR when the call was not written down: then nothing is done */
export function whyOf(request: Request, reason: string): Why {
  const actionId = actionOf(request);
  if (actionId === undefined) throw new ProblemError('INTERNAL_ERROR');
  return { actionId, reason };
}
