import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** Where a transaction is cut: at its nth statement (BEGIN is the first), before or after the server has run it. */
export interface Cut {
  statement: number;
  side: 'before' | 'after';
}

/**
 * Stands between the API and PostgreSQL and cuts one connection at one statement of one transaction. What node-postgres
 * sends at once is one statement: https://www.postgresql.org/docs/current/protocol-message-formats.html, Query and
 * Parse are the messages that begin one.
 */
export class StatementCutter {
  #cut: Cut | undefined;

  private constructor(
    readonly port: number,
    readonly close: () => Promise<void>,
  ) {}

  static async open(targetPort: number, targetHost: string): Promise<StatementCutter> {
    const sockets = new Set<Socket>();
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const cutter = new StatementCutter((server.address() as AddressInfo).port, async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    });
    server.on('connection', (near) => {
      sockets.add(near);
      near.on('close', () => sockets.delete(near));
      cutter.#join(near, connect(targetPort, targetHost));
    });
    return cutter;
  }

  /** The next transaction that gets that far is cut there. */
  arm(cut: Cut): void {
    this.#cut = cut;
  }

  /** Ends the waiting for it. @returns whether it has happened */
  disarm(): boolean {
    const happened = this.#cut === undefined;
    this.#cut = undefined;
    return happened;
  }

  #join(near: Socket, far: Socket): void {
    let statement = 0;
    let silent = false;
    near.on('data', (message) => {
      if (isBegin(message)) statement = 1;
      else if (statement > 0 && startsStatement(message)) statement += 1;
      const cut = this.#cut?.statement === statement && statement > 0 ? this.#cut : undefined;
      if (!cut) {
        far.write(message);
        return;
      }
      this.#cut = undefined;
      if (cut.side === 'before') {
        near.resetAndDestroy();
        return;
      }
      silent = true;
      far.write(message);
    });
    far.on('data', (answer) => {
      if (silent) near.resetAndDestroy();
      else near.write(answer);
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => one.destroy());
      one.on('close', () => other.destroy());
    }
  }
}

const isBegin = (message: Buffer) =>
  startsStatement(message) && /^.{5}\0?begin\0/is.test(message.toString('latin1', 0, 40));

const startsStatement = (message: Buffer) => message[0] === 0x51 || message[0] === 0x50;
