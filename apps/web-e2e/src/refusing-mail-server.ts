import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A mail server (RFC 5321) that answers every recipient as it is told. */
export interface RefusingMailServer {
  url: string;
  /** 250 takes them. */
  answer: string;
  close: () => void;
}

export async function openMailServer(): Promise<RefusingMailServer> {
  const server = createServer((socket) => {
    let isMail = false;
    socket.on('error', () => socket.destroy());
    socket.setEncoding('utf8').on('data', (text: string) => {
      for (const line of text.split('\r\n').filter(Boolean)) {
        if (isMail && line !== '.') continue;
        isMail = line.startsWith('DATA');
        if (line.startsWith('RCPT')) socket.write(`${mailServer.answer}\r\n`);
        else if (isMail) socket.write('354 go on\r\n');
        else if (line.startsWith('QUIT')) socket.end('221 bye\r\n');
        else socket.write('250 OK\r\n');
      }
    });
    socket.write('220 ready\r\n');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const mailServer: RefusingMailServer = {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answer: '250 OK',
    close: () => server.close(),
  };
  return mailServer;
}
