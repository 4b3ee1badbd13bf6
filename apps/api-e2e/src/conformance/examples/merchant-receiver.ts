import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { MerchantEvent, MerchantEventType } from '@shop/contract';
import { until } from '@shop/shop-harness/until';

const ARRIVES_WITHIN_MS = 15_000;

/** The merchant's own system: takes every event, and keeps it as it came. */
export interface MerchantReceiver {
  url: string;
  /** Waits for the event about the order of a session. Throws when it does not come. */
  told: (stripeSessionId: string, type: MerchantEventType) => Promise<MerchantEvent>;
  close: () => Promise<void>;
}

export async function openMerchantReceiver(): Promise<MerchantReceiver> {
  const events: MerchantEvent[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      events.push(JSON.parse(body) as MerchantEvent);
      response.writeHead(204).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    told: async (stripeSessionId, type) => {
      const about = () => events.filter(({ data }) => data.stripeSessionId === stripeSessionId);
      const event = await until(
        () => about().find((one) => one.type === type),
        (found) => found !== undefined,
        { timeoutMs: ARRIVES_WITHIN_MS },
      );
      if (event) return event;
      const others = about().map((one) => one.type);
      throw new Error(`No ${type} came, only: ${others.join(', ') || 'nothing'}.`);
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
