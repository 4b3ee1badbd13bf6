import type { WithdrawalReceipt } from '@shop/contract';
import { callApi } from '../../api-client/call-api';

/** What a shopper has filled in, as it was typed. */
export type WithdrawalDraft = {
  name: string;
  orderNumber: string;
  email: string;
  /** `all`: the whole order. */
  extent: 'all' | 'some';
  items: string;
  reason: string;
};

/**
 * POST /api/orders/withdrawals: has the withdrawal recorded and acknowledged. The same one again is recorded once.
 * @throws ApiError
 */
export async function declareWithdrawal(
  draft: WithdrawalDraft,
  locale: string,
): Promise<WithdrawalReceipt> {
  return callApi('post', '/api/orders/withdrawals', { body: requestOf(draft, locale) });
}

function requestOf(draft: WithdrawalDraft, locale: string) {
  const [items, reason] = [draft.items.trim(), draft.reason.trim()];
  return {
    name: draft.name.trim(),
    orderNumber: draft.orderNumber.trim(),
    email: draft.email.trim(),
    ...(draft.extent === 'some' && items && { items }),
    ...(reason && { reason }),
    locale,
  };
}
