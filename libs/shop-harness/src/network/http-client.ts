import { Agent, request } from 'node:http';

export interface Answer {
  status: number;
  body: string;
  headers: Record<string, string | string[] | undefined>;
  /** From the request to the last byte of the answer. */
  ms: number;
}

export interface Ask {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  headers?: Record<string, string>;
  body?: string | undefined;
  /** The request is aborted after this time, in milliseconds. */
  timeoutMs?: number;
}

/**
 * HTTP client with keep-alive and a fixed maximum of connections. `ask` rejects with the socket's error when there is
 * no complete answer.
 */
export class HttpClient {
  readonly #agent: Agent;

  constructor(connections: number) {
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  ask(url: string, { method = 'GET', headers = {}, body, timeoutMs }: Ask = {}): Promise<Answer> {
    const start = performance.now();
    return new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
      const asked = request(
        url,
        { agent: this.#agent, method, headers: { ...headers, ...length } },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              body: Buffer.concat(chunks).toString('utf8'),
              headers: response.headers,
              ms: performance.now() - start,
            }),
          );
        },
      );
      asked.on('error', reject);
      asked.end(body);
      if (timeoutMs === undefined) return;
      const given = setTimeout(() => {
        asked.destroy(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' }));
      }, timeoutMs);
      asked.on('close', () => clearTimeout(given));
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
