import { connect } from 'node:net';

/** A request as bytes. Nothing in it is checked or escaped; `bytesOf` adds a few headers. */
export interface RawRequest {
  method: string;
  /** Path and query as they go over the wire, one byte for each character. */
  target: string;
  headers: [name: string, value: string][];
  body: Buffer;
}

export interface RawAnswer {
  status: number;
  head: string;
  body: string;
}

const TIMEOUT_MS = 15_000;

/** The bytes of the request. Host, Content-Length and Connection: close are added when the request has none. */
export function bytesOf({ method, target, headers, body }: RawRequest): Buffer {
  const has = (name: string) => headers.some(([own]) => own.toLowerCase() === name);
  const all = [
    ...(has('host') ? [] : [['Host', '127.0.0.1']]),
    ...headers,
    ...(has('content-length') || has('transfer-encoding') || body.length === 0
      ? []
      : [['Content-Length', String(body.length)]]),
    ...(has('connection') ? [] : [['Connection', 'close']]),
  ];
  const head = [`${method} ${target} HTTP/1.1`, ...all.map(([name, value]) => `${name}: ${value}`)];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`, 'latin1'), body]);
}

/** Sends the request on a new connection. @returns undefined when there is no answer */
export function sendRaw(url: string, request: RawRequest): Promise<RawAnswer | undefined> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect({ host: hostname, port: Number(port) });
    socket.setTimeout(TIMEOUT_MS, () => socket.destroy());
    socket.on('data', (chunk) => chunks.push(chunk));
    // The API may refuse and close before the whole request is sent; writing the rest then fails.
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(parse(Buffer.concat(chunks).toString('latin1'))));
    socket.write(bytesOf(request));
  });
}

function parse(text: string): RawAnswer | undefined {
  const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1];
  if (status === undefined) return undefined;
  const [head = '', ...rest] = text.split('\r\n\r\n');
  return { status: Number(status), head, body: rest.join('\r\n\r\n') };
}
