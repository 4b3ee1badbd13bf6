import { residentMemory } from '@shop/shop-harness/resident-memory';

const EVERY_MS = 250;
const MEGABYTE = 2 ** 20;

/** Measures the resident memory of a process four times a second. */
export class MemoryWatch implements Disposable {
  #most = 0;
  readonly #timer: NodeJS.Timeout;

  constructor(private readonly pid: number) {
    // The process may end before the watch does.
    this.#timer = setInterval(() => void this.#measure().catch(() => undefined), EVERY_MS);
  }

  /** The most since the last call, in megabytes. @throws when the process has ended */
  async mostSince(): Promise<number> {
    await this.#measure();
    const most = this.#most;
    this.#most = 0;
    return most;
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
  }

  async #measure(): Promise<void> {
    this.#most = Math.max(this.#most, (await residentMemory(this.pid)) / MEGABYTE);
  }
}
