import { WEBHOOK_PATH } from '@shop/shop-harness/shop/stripe-event';
import type { Shop } from '@shop/shop-harness/shop/shop';
import { WEBHOOK_SECRET } from '@shop/shop-harness/shop/webhook-secret';

const EVERYTHING = ['*' as const];

/** The ways in which an endpoint does not tell the shop what happens, each made from the one before. */
export const endpointFaults: readonly ((shop: Shop) => Promise<unknown>)[] = [
  (shop) => removeEndpoints(shop),
  async (shop) => {
    const id = await makeEndpoint(shop);
    await shop.stripe.webhookEndpoints.update(id, { disabled: true });
  },
  async ({ stripe }) => {
    for (const { id } of (await stripe.webhookEndpoints.list()).data)
      await stripe.webhookEndpoints.update(id, {
        disabled: false,
        enabled_events: ['product.created'],
      });
  },
];

/** One endpoint that gets all snapshot events, and a destination at the same address that gets all their thin twins. */
export async function sendBothForms(shop: Shop): Promise<void> {
  await removeEndpoints(shop);
  await makeEndpoint(shop);
  const { id } = await shop.stripe.v2.core.eventDestinations.create({
    name: 'thin',
    type: 'webhook_endpoint',
    event_payload: 'thin',
    enabled_events: ['v1.*'],
    webhook_endpoint: { url: shop.url + WEBHOOK_PATH },
  });
  await signAsKnown(shop, id);
}

async function removeEndpoints({ stripe }: Shop): Promise<void> {
  for (const { id } of (await stripe.webhookEndpoints.list()).data)
    await stripe.webhookEndpoints.del(id);
}

async function makeEndpoint(shop: Shop): Promise<string> {
  const url = shop.url + WEBHOOK_PATH;
  const { id } = await shop.stripe.webhookEndpoints.create({ url, enabled_events: EVERYTHING });
  await signAsKnown(shop, id);
  return id;
}

const signAsKnown = ({ sandbox }: Shop, id: string) =>
  sandbox.call('POST', `endpoints/${id}/roll-secret`, { secret: WEBHOOK_SECRET, overlapMs: 0 });
