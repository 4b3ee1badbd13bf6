import type { MerchantEvent } from '@shop/contract';
import { examples } from '@shop/contract/examples';

const TEST_ORDER_NUMBER = 'TEST-TEST';

/** A sample event. Nobody ships it: its payment is under way, and no order has its number. */
export function testEvent(now: Date): MerchantEvent {
  const sample = examples['merchant-order-received'] as MerchantEvent;
  const lines = sample.data.lines.map((line, position) => {
    return { ...line, id: `${TEST_ORDER_NUMBER}-${position}` };
  });
  const data = { ...sample.data, orderNumber: TEST_ORDER_NUMBER, lines };
  return { ...sample, timestamp: now.toISOString(), data };
}
