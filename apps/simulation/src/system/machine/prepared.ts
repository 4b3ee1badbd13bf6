import { parse, protocol } from '@electric-sql/pglite';
import type { PGlite, QueryOptions, Results } from '@electric-sql/pglite';

const { serialize } = protocol;

type Messages = Awaited<ReturnType<PGlite['execProtocol']>>['messages'];

interface Prepared {
  name: string;
  types: number[];
  /** Of its rows; nothing where there are none. */
  head: Fields;
}

type Fields = { name: string; dataTypeID: number }[];

/**
 * Keeps each statement prepared: the product has few texts and says them again and again, and planning them takes most of
 * the time of a history.
 */
export function keepPrepared(client: PGlite): void {
  const known = new Map<string, Prepared>();
  const ask = async (...parts: Uint8Array[]) =>
    (await client.execProtocol(Buffer.concat(parts), { throwOnError: true })).messages;

  async function prepare(text: string): Promise<Prepared> {
    const name = `s${known.size + 1}`;
    const messages = await ask(
      serialize.parse({ name, text }),
      serialize.describe({ type: 'S', name }),
      serialize.sync(),
    );
    const types = parse.parseDescribeStatementResults(messages);
    const described = messages.find((one) => one.name === 'rowDescription');
    const head = (described as unknown as { fields: Fields } | undefined)?.fields ?? [];
    const prepared = { name, types, head };
    known.set(text, prepared);
    return prepared;
  }

  client.query = async <T>(text: string, params: unknown[] = [], options?: QueryOptions) => {
    const { name, types, head } = known.get(text) ?? (await prepare(text));
    const values = params.map((param, at) => valueOf(client, param, types[at]));
    const messages = await ask(
      serialize.bind({ statement: name, values }),
      serialize.execute({}),
      serialize.sync(),
    );
    return resultOf<T>(client, head, messages, options);
  };
}

/** As PGlite's own, which copies the list of its parsers for each statement. */
function resultOf<T>(
  { parsers }: PGlite,
  head: Fields,
  messages: Messages,
  options: QueryOptions = {},
): Results<T> {
  const read = head.map(({ dataTypeID }) => options.parsers?.[dataTypeID] ?? parsers[dataTypeID]);
  const rows: unknown[] = [];
  let affectedRows = 0;
  for (const message of messages) {
    if (message.name === 'commandComplete')
      affectedRows = Number(/\d+$/.exec((message as unknown as { text: string }).text)?.[0] ?? 0);
    if (message.name !== 'dataRow') continue;
    const { fields } = message as unknown as { fields: (string | null)[] };
    const values = fields.map((text, at): unknown => {
      const parser = read[at];
      return text === null || !parser ? text : parser(text, head[at]?.dataTypeID);
    });
    rows.push(
      options.rowMode === 'array'
        ? values
        : Object.fromEntries(head.map(({ name }, at) => [name, values[at]])),
    );
  }
  return { rows: rows as T[], fields: head, affectedRows };
}

function valueOf({ serializers }: PGlite, param: unknown, type = 0): string | null {
  if (param === null || param === undefined) return null;
  const serializer = serializers[type];
  if (serializer) return serializer(param);
  return typeof param === 'string' ? param : JSON.stringify(param);
}
