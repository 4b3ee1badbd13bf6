import type { WithdrawalRequest } from '@shop/contract';
import { ProblemError } from '../../http/errors/problem-error';
import { canonicalTag } from '../../text/canonical-tag';
import { plainEmail, plainText } from '../../text/plain-text';
import { readOrderNumber } from '../order-number';
import type { WithdrawalContent } from './withdrawal-chain';

const MOST = { name: 100, orderNumber: 40, items: 500, reason: 1000 };

/**
 * What a request declares, as it may be stored and shown: see `plainText`. Pure.
 * @param language of the acknowledgement, where the request names none
 * @throws ProblemError INVALID_REQUEST, where nothing readable is left
 */
export function readWithdrawal(request: WithdrawalRequest, language: string): WithdrawalContent {
  const orderNumber = required('orderNumber', plainText(request.orderNumber, MOST.orderNumber));
  return {
    name: required('name', plainText(request.name, MOST.name)),
    orderNumber: readOrderNumber(orderNumber) ?? orderNumber.toUpperCase(),
    email: required('email', plainEmail(request.email)),
    items: plainText(request.items, MOST.items),
    reason: plainText(request.reason, MOST.reason),
    locale: canonicalTag(request.locale ?? '')[0] ?? language,
  };
}

function required(path: string, value: string | null): string {
  if (value !== null) return value;
  throw new ProblemError('INVALID_REQUEST', [{ path, message: 'must be readable text' }]);
}
