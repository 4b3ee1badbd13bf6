import { takesConnections } from './api-connection.ts';

const PROBE_EVERY_MS = 100;

/**
 * The replicas of the API, asked in turn. One that was found gone is passed over until it takes connections again: an
 * API listens only when it is ready.
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

  /** The replica whose turn it is. When all are gone, each is tried all the same. */
  next(): string {
    const live = this.urls.filter((url) => !this.gone.has(url));
    const candidates = live.length > 0 ? live : this.urls;
    const url = candidates[this.turn++ % candidates.length];
    if (url === undefined) throw new Error('There is no replica.');
    return url;
  }

  /** Sends no request there until it takes connections again. */
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
