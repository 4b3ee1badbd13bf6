import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { merchantEventTypes } from '@shop/contract';
import type { MerchantEvent, MerchantEventType } from '@shop/contract';
import { examples } from '@shop/contract/examples';
import type { ExampleName } from '@shop/contract/examples';
import { cleanUp } from '@shop/shop-harness/cleanup-registry';
import { merchantEventSchemaOf } from '../api-document';
import { violations } from '../faults-of';
import { differences } from './differences';
import { merchantEventIn } from './merchant-events';
import { openMerchantReceiver } from './merchant-receiver';
import type { MerchantReceiver } from './merchant-receiver';
import { StateShops } from './state-shops';

let receiver: MerchantReceiver;
let shops: StateShops;
beforeAll(async () => {
  receiver = await openMerchantReceiver();
  shops = new StateShops({
    FULFILLMENT_WEBHOOK_URL: receiver.url,
    FULFILLMENT_WEBHOOK_SECRET: `whsec_${Buffer.alloc(32, 'secret').toString('base64')}`,
  });
});
afterAll(async () => {
  await shops?.close();
  await receiver?.close();
  await cleanUp();
});

/** Systems of merchants are built from these examples, so they must be like the events that the running API sends. */
describe.each(Object.keys(merchantEventTypes) as MerchantEventType[])('the event %s', (type) => {
  it('is told as in the example', async () => {
    const event = await merchantEventIn(type, shops, receiver);
    expect(violations(merchantEventSchemaOf(type), event)).toEqual([]);
    const example = examples[`merchant-${type.replace(/[._]/g, '-')}` as ExampleName];
    expect(differences(example, event)).toEqual([]);
    // What the event says, apart from what belongs to the order.
    expect(meaningOf(event)).toEqual(meaningOf(example));
  });
});

function meaningOf(event: object) {
  const { type, data } = event as MerchantEvent;
  const { status, goodsDue, mode, currency, paymentMethod, refunds, dispute } = data;
  return {
    type,
    status,
    goodsDue,
    mode,
    currency,
    paidBy: paymentMethod?.type,
    refunds: refunds.map((refund) => refund.status),
    dispute: dispute?.status,
  };
}
