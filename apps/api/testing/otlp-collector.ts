import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedSpan {
  service: string;
  traceId: string;
  spanId: string;
  parentSpanId: string;
  name: string;
  attributes: Record<string, string | number>;
}

export interface Collector {
  url: string;
  spans: ReceivedSpan[];
  /** Everything that has come, to be searched for what must not be in it. */
  bytes: () => string;
  headers: string[];
  close: () => void;
}

/** An OpenTelemetry collector, as far as it takes spans: OTLP over HTTP, protobuf. */
export async function startCollector(): Promise<Collector> {
  const spans: ReceivedSpan[] = [];
  const bodies: Buffer[] = [];
  const headers: string[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts);
      const { 'content-type': type, 'x-key': key } = request.headers;
      headers.push([request.url, type, key].join(' '));
      bodies.push(body);
      spans.push(...spansIn(body));
      response.writeHead(200, { 'Content-Type': 'application/x-protobuf' }).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    spans,
    headers,
    bytes: () => Buffer.concat(bodies).toString('latin1'),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

type Field = { number: number; bytes: Buffer; value: number };

/** The fields of a protobuf message (https://protobuf.dev/programming-guides/encoding/). */
function fieldsOf(message: Buffer): Field[] {
  const fields: Field[] = [];
  let at = 0;
  const varint = () => {
    let [value, factor, byte] = [0, 1, 0];
    do {
      byte = message[at++] ?? 0;
      value += (byte & 127) * factor;
      factor *= 128;
    } while (byte > 127);
    return value;
  };
  while (at < message.length) {
    const tag = varint();
    const [number, type] = [tag >> 3, tag & 7];
    const value = type === 0 ? varint() : 0;
    const length = type === 2 ? varint() : type === 1 ? 8 : type === 5 ? 4 : 0;
    fields.push({ number, value, bytes: message.subarray(at, (at += length)) });
  }
  return fields;
}

const all = (message: Buffer, number: number) =>
  fieldsOf(message).filter((field) => field.number === number);
const one = (message: Buffer, number: number) => all(message, number)[0]?.bytes ?? Buffer.alloc(0);

/** By the numbers of opentelemetry/proto/trace/v1/trace.proto. */
function spansIn(request: Buffer): ReceivedSpan[] {
  return all(request, 1).flatMap(({ bytes: resourceSpans }) => {
    const service = String(attributesIn(one(resourceSpans, 1), 1)['service.name']);
    return all(resourceSpans, 2).flatMap(({ bytes: scopeSpans }) =>
      all(scopeSpans, 2).map(({ bytes: span }) => ({
        service,
        traceId: one(span, 1).toString('hex'),
        spanId: one(span, 2).toString('hex'),
        parentSpanId: one(span, 4).toString('hex'),
        name: one(span, 5).toString('utf8'),
        attributes: attributesIn(span, 9),
      })),
    );
  });
}

function attributesIn(message: Buffer, number: number): Record<string, string | number> {
  return Object.fromEntries(
    all(message, number).map(({ bytes }) => {
      const [value] = fieldsOf(one(bytes, 2));
      return [
        one(bytes, 1).toString('utf8'),
        value?.number === 1 ? value.bytes.toString('utf8') : (value?.value ?? 0),
      ];
    }),
  );
}
