import type { Server } from 'node:http';

/** What the server allows a connection: Node's names, and why it is that long. */
export const serverTimeouts = {
  headersTimeout: { ms: 10_000, words: 'For the headers of a request to arrive; then 408.' },
  requestTimeout: {
    ms: 30_000,
    words: 'For a request to arrive with its body, 512 kB at most; then 408.',
  },
  keepAliveTimeout: {
    ms: 65_000,
    words:
      'For a connection to be idle. More than the 60 s of usual load balancers: they close it.',
  },
  connectionsCheckingInterval: {
    ms: 1000,
    words: 'How often requests that are late are looked for.',
  },
};

/** To be called before the server listens. */
export function limitWaiting(server: Server): void {
  for (const [name, { ms }] of Object.entries(serverTimeouts))
    Object.assign(server, { [name]: ms });
}
