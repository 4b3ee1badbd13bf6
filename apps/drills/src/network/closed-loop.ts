import { connect } from 'node:net';

export interface LoopResult {
  /** The time of each answer, in milliseconds, in rising order. */
  latenciesMs: Float64Array;
  /** From the first byte sent to the last one received. */
  seconds: number;
  statuses: Record<string, number>;
}

/**
 * Sends prepared requests over several connections, on each the next one after the last answer. It shares the machine
 * with the API it measures, so it does nothing else: no parser, no signing, no copy.
 */
export async function closedLoop(
  url: string,
  requests: readonly Buffer[],
  connections: number,
): Promise<LoopResult> {
  const { hostname, port } = new URL(url);
  const latenciesMs = new Float64Array(requests.length);
  const statuses: Record<string, number> = {};
  let next = 0;
  let answered = 0;
  const start = performance.now();
  const connection = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect({ host: hostname, port: Number(port), noDelay: true });
      let sentAt = 0;
      let received = '';
      const send = () => {
        const request = requests[next];
        next += 1;
        if (!request) {
          socket.end();
          resolve();
          return;
        }
        sentAt = performance.now();
        socket.write(request);
      };
      socket.setEncoding('latin1');
      socket.on('connect', send);
      socket.on('data', (text: string) => {
        received = received === '' ? text : received + text;
        if (!isWhole(received)) return;
        latenciesMs[answered++] = performance.now() - sentAt;
        const status = received.slice(9, 12);
        statuses[status] = (statuses[status] ?? 0) + 1;
        received = '';
        send();
      });
      socket.on('error', reject);
      socket.on('close', () => reject(new Error('The connection was closed in the middle.')));
    });
  await Promise.all(Array.from({ length: connections }, connection));
  const seconds = (performance.now() - start) / 1000;
  return { latenciesMs: latenciesMs.sort(), seconds, statuses };
}

function isWhole(answer: string): boolean {
  const end = answer.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const length = /content-length: (\d+)/i.exec(answer)?.[1];
  return answer.length >= end + 4 + Number(length ?? 0);
}
