const LENGTH_BYTES = 4;
const TYPE_BYTES = 1;

/**
 * Takes one direction of a connection to PostgreSQL apart into its messages, each whole: a type and a length that counts
 * itself, except the client's first, which has no type.
 * https://www.postgresql.org/docs/current/protocol-message-formats.html
 */
export class PostgresMessages {
  #rest = Buffer.alloc(0);
  #isFirst: boolean;

  constructor(side: 'client' | 'server') {
    this.#isFirst = side === 'client';
  }

  /** @returns the messages that are whole now; what is left is kept for the next bytes */
  read(bytes: Buffer): Buffer[] {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    const messages: Buffer[] = [];
    for (;;) {
      const typeBytes = this.#isFirst ? 0 : TYPE_BYTES;
      if (this.#rest.length < typeBytes + LENGTH_BYTES) return messages;
      const length = typeBytes + this.#rest.readUInt32BE(typeBytes);
      if (this.#rest.length < length) return messages;
      messages.push(this.#rest.subarray(0, length));
      this.#rest = this.#rest.subarray(length);
      this.#isFirst = false;
    }
  }
}

const typeOf = (message: Buffer) => String.fromCharCode(message[0] ?? 0);

/** Parse, Bind, Describe, Execute: of a statement that ends with a message of another type. */
export const isPart = (message: Buffer): boolean => 'PBDE'.includes(typeOf(message));

/** The server has done a statement and waits for the next. */
export const isReadyForQuery = (message: Buffer): boolean => typeOf(message) === 'Z';

/** Whether the message is this statement, without parameters. */
export const isStatement = (message: Buffer, text: string): boolean =>
  typeOf(message) === 'Q' && message.toString('utf8', TYPE_BYTES + LENGTH_BYTES) === `${text}\0`;
