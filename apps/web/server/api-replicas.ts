import { connect } from 'node:net';

const PROBE_EVERY_MS = 100;
const PROBE_TIMEOUT_MS = 1000;

/**
 * The replicas of the API, asked in turn. One that was found gone is passed over until its port takes connections
 * again: an API listens only when it is ready.
 */
export class ApiReplicas {
  private turn = 0;
  private readonly gone = new Set<string>();
  private readonly urls: readonly string[];

  /** @param urls origins of the replicas, at least one */
  constructor(urls: readonly string[]) {
    this.urls = urls;
  }

  get size(): number {
    return this.urls.length;
  }

  /** The replica whose turn it is. When all are gone each is tried all the same. */
  next(): string {
    const live = this.urls.filter((url) => !this.gone.has(url));
    const candidates = live.length > 0 ? live : this.urls;
    const url = candidates[this.turn++ % candidates.length];
    if (url === undefined) throw new Error('There is no replica.');
    return url;
  }

  /** Nobody is sent there until it takes connections. */
  passOver(url: string): void {
    if (this.urls.length === 1 || this.gone.has(url)) return;
    this.gone.add(url);
    const probe = () => {
      setTimeout(() => {
        void takesConnections(url).then((back) => {
          if (back) this.gone.delete(url);
          else probe();
        });
      }, PROBE_EVERY_MS).unref();
    };
    probe();
  }
}

function takesConnections(url: string): Promise<boolean> {
  const { hostname, port, protocol } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect({
      host: hostname,
      port: Number(port) || (protocol === 'https:' ? 443 : 80),
      timeout: PROBE_TIMEOUT_MS,
    });
    const answer = (back: boolean) => () => {
      socket.destroy();
      resolve(back);
    };
    socket.once('connect', answer(true));
    socket.once('error', answer(false));
    socket.once('timeout', answer(false));
    socket.unref();
  });
}
