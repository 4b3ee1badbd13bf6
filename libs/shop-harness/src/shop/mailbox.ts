import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { until } from '../until';

/** A mail server that accepts every mail and counts them, so that a mail that is sent twice counts twice. */
export interface Mailbox {
  /** smtp://… */
  url: string;
  /** The number of mails for each address. */
  received: ReadonlyMap<string, number>;
  /** Addresses it refuses. The refusal repeats the address. */
  refused: Set<string>;
  /** How often it has refused each of them. */
  refusals: ReadonlyMap<string, number>;
  /** Whether it answers that it takes nothing for now. */
  isDown: boolean;
  /** Waits until this many addresses have got mail, or until the timeout. */
  reached: (addresses: number, timeoutMs: number) => Promise<void>;
  close: () => Promise<void>;
}

/** @param onMail gets every mail as it was sent: headers and bodies, still encoded */
export async function openMailbox(
  onMail: (raw: string) => void = () => undefined,
): Promise<Mailbox> {
  const received = new Map<string, number>();
  const refused = new Set<string>();
  const refusals = new Map<string, number>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    const count = (address: string) => received.set(address, (received.get(address) ?? 0) + 1);
    speakSmtp(socket, answerTo, count, onMail);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const answerTo = (address: string): string | undefined => {
    if (mailbox.isDown) return '451 come back later';
    if (!refused.has(address)) return undefined;
    refusals.set(address, (refusals.get(address) ?? 0) + 1);
    return `550 ${address} is unknown here`;
  };
  const mailbox: Mailbox = {
    refusals,
    isDown: false,
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    refused,
    reached: async (addresses, timeoutMs) => {
      await until(
        () => received.size,
        (size) => size >= addresses,
        { timeoutMs },
      );
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return mailbox;
}

/** The receiving side of SMTP (RFC 5321), without extensions. */
function speakSmtp(
  socket: Socket,
  refusalOf: (address: string) => string | undefined,
  onRecipient: (address: string) => void,
  onMail: (raw: string) => void,
): void {
  let unread = '';
  let recipients: string[] = [];
  let inMail = false;
  let mail: string[] = [];
  const say = (line: string) => socket.write(`${line}\r\n`);
  const hear = (line: string) => {
    if (inMail) {
      if (line !== '.') {
        mail.push(line);
        return;
      }
      inMail = false;
      recipients.forEach(onRecipient);
      onMail(mail.join('\r\n'));
      recipients = [];
      mail = [];
      say('250 taken');
      return;
    }
    const recipient = /^RCPT TO:<([^>]*)>/i.exec(line)?.[1];
    if (recipient !== undefined) {
      const refusal = refusalOf(recipient);
      if (refusal !== undefined) {
        say(refusal);
        return;
      }
      recipients.push(recipient);
    }
    if (/^DATA/i.test(line)) {
      inMail = true;
      say('354 go on');
    } else if (/^QUIT/i.test(line)) {
      socket.end('221 bye\r\n');
    } else {
      say('250 ok');
    }
  };
  say('220 drills');
  socket.setEncoding('utf8').on('data', (text: string) => {
    const lines = (unread + text).split('\r\n');
    unread = lines.pop() ?? '';
    lines.forEach(hear);
  });
}
