import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** A mail server that keeps every mail, and answers recipients as it is told. */
export interface MailServer {
  url: string;
  /** The mails it has taken, as they came. */
  mails: string[];
  /** How many recipients it was asked to take. */
  tries: number;
  /** What it says to the next recipients; 250 takes them. */
  answer: string;
  /** What it says to one recipient, whatever it says to the others; a promise holds it back. */
  answerTo: Map<string, string | Promise<string>>;
  close: () => Promise<void>;
}

export async function openMailServer(): Promise<MailServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    speak(socket, mailServer);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const mailServer: MailServer = {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails: [],
    tries: 0,
    answer: '250 OK',
    answerTo: new Map(),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
  return mailServer;
}

/** The receiving side of SMTP (RFC 5321), without extensions. */
function speak(socket: Socket, server: MailServer): void {
  const say = (line: string) => socket.write(`${line}\r\n`);
  let unread = '';
  let mail: string[] | undefined;
  const hear = (line: string) => {
    if (mail) {
      if (line !== '.') return void mail.push(line);
      server.mails.push(mail.join('\n'));
      mail = undefined;
      return say('250 taken');
    }
    switch (line.slice(0, 4).toUpperCase()) {
      case 'RCPT': {
        server.tries += 1;
        const answer = server.answerTo.get(/<(.*)>/.exec(line)?.[1] ?? '') ?? server.answer;
        return void Promise.resolve(answer).then(say);
      }
      case 'DATA':
        mail = [];
        return say('354 go on');
      case 'QUIT':
        say('221 bye');
        return socket.end();
      default:
        return say('250 OK');
    }
  };
  say('220 mail.example');
  socket.setEncoding('utf8').on('data', (text: string) => {
    const lines = (unread + text).split('\r\n');
    unread = lines.pop() ?? '';
    for (const line of lines) hear(line);
  });
}
