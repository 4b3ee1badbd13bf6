import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { untilDone, untilOrder } from '../../../testing/orders';
import { Shopper, sessionIdOf } from '../../../testing/shopper';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';

const SECRET = `whsec_${Buffer.from('a secret of thirty-two characters').toString('base64')}`;

describe('the notification to the merchant’s system', () => {
  let merchant: Server;
  let api: TestApi;
  const received: { body: string; headers: IncomingHttpHeaders }[] = [];

  beforeAll(async () => {
    merchant = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (text: string) => (body += text));
      request.on('end', () => {
        received.push({ body, headers: request.headers });
        response.writeHead(received.length === 1 ? 500 : 204).end();
      });
    }).listen(0, '127.0.0.1');
    await once(merchant, 'listening');
    const { port } = merchant.address() as AddressInfo;
    api = await startTestApi('embedded', {
      api: {
        FULFILLMENT_WEBHOOK_URL: `http://127.0.0.1:${port}/orders`,
        FULFILLMENT_WEBHOOK_SECRET: SECRET,
      },
    });
  }, 60_000);
  afterAll(async () => {
    await api.stop();
    merchant.close();
  });

  it('is signed by the Standard Webhooks scheme, and tried again under the same id', async () => {
    const { body } = await new Shopper(api).checkout();
    const id = sessionIdOf(body.url);
    await api.sandbox.complete(id);
    const order = await untilOrder(api, id, ({ status }) => status === 'paid');
    await untilDone(api, order.id, ['confirmation_mail', 'merchant_notification']);

    expect(received).toHaveLength(2);
    const [first, second] = received;
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(second?.body).toBe(first?.body);
    const verified = new Webhook(SECRET).verify(
      second?.body ?? '',
      second?.headers as Record<string, string>,
    );
    expect(verified).toMatchObject({
      type: 'order.paid',
      data: {
        orderNumber: order.number,
        currency: 'usd',
        totalMinor: 2400,
        lines: [{ name: 'Stoneware mug', quantity: 1, unitAmountMinor: 2400 }],
      },
    });
  });
});
