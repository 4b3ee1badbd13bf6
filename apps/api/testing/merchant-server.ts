import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export const MERCHANT_SECRET = `whsec_${Buffer.from('a secret of thirty-two characters').toString('base64')}`;

export interface MerchantRequest {
  body: string;
  headers: IncomingHttpHeaders;
  event: {
    type: string;
    sequence: number;
    data: { orderNumber: string; [field: string]: unknown };
  };
  /** What it was answered. */
  status: number;
}

/** The merchant's own system: keeps every request, and answers as it is told. */
export interface MerchantServer {
  url: string;
  requests: MerchantRequest[];
  /** The most requests about one order that were open at once. */
  mostAtOnce: () => number;
  /** The status of the next answers; a promise holds them back. */
  answer: number | Promise<number>;
  close: () => Promise<void>;
}

export async function openMerchantServer(): Promise<MerchantServer> {
  const open = new Map<string, number>();
  let most = 0;
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      const event = JSON.parse(body) as MerchantRequest['event'];
      const { orderNumber } = event.data;
      const count = (open.get(orderNumber) ?? 0) + 1;
      open.set(orderNumber, count);
      most = Math.max(most, count);
      void Promise.resolve(merchant.answer).then((status) => {
        open.set(orderNumber, (open.get(orderNumber) ?? 1) - 1);
        merchant.requests.push({ body, headers: request.headers, event, status });
        response.writeHead(status).end();
      });
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const merchant: MerchantServer = {
    url: `http://127.0.0.1:${port}/orders`,
    requests: [],
    mostAtOnce: () => most,
    answer: 204,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return merchant;
}
