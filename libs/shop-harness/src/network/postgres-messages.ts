const LENGTH_BYTES = 4;
const TYPE_BYTES = 1;

/**
 * Splits one direction of a connection to PostgreSQL into complete messages. A message is a type and a length that
 * includes itself; the client's first message has no type.
 * https://www.postgresql.org/docs/current/protocol-message-formats.html
 */
export class PostgresMessages {
  #rest = Buffer.alloc(0);
  #isFirst: boolean;

  constructor(side: 'client' | 'server') {
    this.#isFirst = side === 'client';
  }

  /** @returns the messages that are complete now; the remaining bytes are kept for the next call */
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

/** Parse, Bind, Describe or Execute: part of a statement that ends with a message of another type. */
export const isPart = (message: Buffer): boolean => 'PBDE'.includes(typeOf(message));

/** The server has finished a statement and waits for the next one. */
export const isReadyForQuery = (message: Buffer): boolean => typeOf(message) === 'Z';

/** Whether the message is this statement, without parameters. */
export const isStatement = (message: Buffer, text: string): boolean =>
  typeOf(message) === 'Q' && message.toString('utf8', TYPE_BYTES + LENGTH_BYTES) === `${text}\0`;
