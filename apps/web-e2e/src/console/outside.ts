import { once } from 'node:events';
import { createServer, request as ask } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';

/** What is around the shop, and can be out of order. */
export interface Outside {
  mailUrl: string;
  /** Addresses that the mail server does not know. */
  unknownAddresses: Set<string>;
  warehouseUrl: string;
  /** What the warehouse's system answers. */
  warehouseStatus: number;
  stripeUrl: string;
  /** How far Stripe's clock is ahead of this machine's. */
  stripeAheadMs: number;
  close: () => void;
}

/** @param stripePort where the sandbox listens, sooner or later */
export async function openOutside(stripePort: number): Promise<Outside> {
  const mail = createTcpServer((socket) => {
    socket.on('error', () => socket.destroy());
    let isMail = false;
    socket.write('220 mail.example\r\n');
    socket.setEncoding('utf8').on('data', (text: string) => {
      for (const line of text.split('\r\n').filter(Boolean)) {
        if (isMail) {
          if (line === '.') socket.write('250 taken\r\n');
          isMail = line !== '.';
          continue;
        }
        isMail = line === 'DATA';
        const [, address = ''] = /^RCPT TO:<(.*)>/.exec(line) ?? [];
        const answer = outside.unknownAddresses.has(address) ? '550 no such user' : '250 OK';
        socket.write(`${isMail ? '354 go on' : answer}\r\n`);
      }
    });
  });
  const warehouse = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(outside.warehouseStatus).end());
  });
  const stripe = createServer((request, response) => {
    const { method, url, headers } = request;
    const options = { port: stripePort, host: '127.0.0.1', method, path: url, headers };
    const asked = ask(options, (answer) => {
      const date = new Date(Date.now() + outside.stripeAheadMs).toUTCString();
      response.writeHead(answer.statusCode ?? 502, { ...answer.headers, date });
      answer.pipe(response);
    });
    asked.on('error', () => response.destroy());
    request.pipe(asked);
  });
  const servers: Server[] = [mail, warehouse, stripe];
  const ports: number[] = [];
  for (const server of servers) {
    await once(server.listen(0, '127.0.0.1'), 'listening');
    ports.push((server.address() as AddressInfo).port);
  }
  const [mailPort, warehousePort, proxyPort] = ports;
  const outside: Outside = {
    mailUrl: `smtp://127.0.0.1:${mailPort}`,
    unknownAddresses: new Set(),
    warehouseUrl: `http://127.0.0.1:${warehousePort}/orders`,
    warehouseStatus: 204,
    stripeUrl: `http://127.0.0.1:${proxyPort}`,
    stripeAheadMs: 0,
    close: () => {
      for (const server of servers) server.close();
      stripe.closeAllConnections();
      warehouse.closeAllConnections();
    },
  };
  return outside;
}
