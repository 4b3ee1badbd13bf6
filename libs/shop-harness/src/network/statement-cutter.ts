import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { isPart, isReadyForQuery, isStatement, PostgresMessages } from './postgres-messages';

/** Where a transaction is cut: at its nth statement (BEGIN is the first), before or after the server runs it. */
export interface Cut {
  statement: number;
  side: 'before' | 'after';
}

/**
 * Proxy between the API and PostgreSQL that resets one connection at one statement of one transaction. It waits until
 * the server has finished the statements before the cut (`before`), or the statement itself too (`after`). The API may
 * send several statements at once; those behind the cut do not reach the server.
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

  /** Cuts the next transaction that reaches this statement. */
  arm(cut: Cut): void {
    this.#cut = cut;
  }

  /** Cancels the cut. @returns whether it has happened already */
  disarm(): boolean {
    const happened = this.#cut === undefined;
    this.#cut = undefined;
    return happened;
  }

  #join(near: Socket, far: Socket): void {
    const asked = new PostgresMessages('client');
    const answered = new PostgresMessages('server');
    /** In the open transaction: how many statements have begun, and how many the server has finished. */
    let statement = 0;
    let done = 0;
    let isBetween = true;
    let isEnding = false;
    let cut: Cut | undefined;
    const cutWhenDone = () => {
      if (!cut || done < (cut.side === 'before' ? cut.statement - 1 : cut.statement)) return false;
      near.resetAndDestroy();
      return true;
    };

    near.on('data', (bytes) => {
      for (const message of asked.read(bytes)) {
        if (isBetween) {
          if (isStatement(message, 'begin')) [statement, done, isEnding] = [1, 0, false];
          else if (statement > 0) statement = isEnding ? 0 : statement + 1;
          if (statement > 0 && this.#cut?.statement === statement) {
            cut = this.#cut;
            this.#cut = undefined;
          }
          isEnding = isStatement(message, 'commit');
        }
        isBetween = !isPart(message);
        const isPassed = !cut || (cut.side === 'after' && statement === cut.statement);
        if (isPassed) far.write(message);
        else if (cutWhenDone()) return;
      }
    });
    far.on('data', (bytes) => {
      for (const message of answered.read(bytes)) {
        if (isReadyForQuery(message)) done += 1;
        if (cutWhenDone()) return;
        near.write(message);
      }
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
