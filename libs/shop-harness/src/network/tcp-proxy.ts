import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

/**
 * What the proxy does with bytes:
 * - `clear`: it forwards them
 * - `black hole`: it drops them in both directions, for the rest of the connection; it accepts connections and stays silent
 * - `reset`: it resets every connection, old and new
 * - `drip`: it forwards one byte a second in each direction
 */
export type Weather = 'clear' | 'black hole' | 'reset' | 'drip';

const DRIP_MS = 1000;

/** Proxy that makes the network between two programs fail. A connection that was reset or silenced stays so. */
export class TcpProxy {
  readonly #links = new Set<Link>();
  #weather: Weather = 'clear';

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async open(targetPort: number, targetHost = '127.0.0.1'): Promise<TcpProxy> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const proxy = new TcpProxy(server, (server.address() as AddressInfo).port);
    server.on('connection', (near) => proxy.#join(near, connect(targetPort, targetHost)));
    return proxy;
  }

  set weather(weather: Weather) {
    this.#weather = weather;
    for (const link of [...this.#links]) link.meet(weather);
  }

  async close(): Promise<void> {
    for (const link of [...this.#links]) link.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  #join(near: Socket, far: Socket): void {
    const link = new Link(near, far);
    this.#links.add(link);
    near.on('close', () => this.#links.delete(link));
    link.meet(this.#weather);
  }
}

/** One connection: the client's socket and the proxy's socket to the target. */
class Link {
  #weather: Weather = 'clear';
  #swallows = false;

  constructor(
    private readonly near: Socket,
    private readonly far: Socket,
  ) {
    this.#pass(near, far);
    this.#pass(far, near);
  }

  meet(weather: Weather): void {
    this.#weather = weather;
    if (weather === 'black hole') this.#swallows = true;
    if (weather === 'reset') this.cut();
  }

  cut(): void {
    this.near.resetAndDestroy();
    this.far.destroy();
  }

  #pass(from: Socket, to: Socket): void {
    let waiting = Buffer.alloc(0);
    const drip = setInterval(() => {
      if (waiting.length === 0) return;
      const bytes = this.#weather === 'drip' ? 1 : waiting.length;
      to.write(waiting.subarray(0, bytes));
      waiting = waiting.subarray(bytes);
    }, DRIP_MS);
    from.on('data', (chunk) => {
      if (this.#swallows) return;
      if (this.#weather === 'drip' || waiting.length > 0) waiting = Buffer.concat([waiting, chunk]);
      else to.write(chunk);
    });
    from.on('error', () => from.destroy());
    from.on('close', () => {
      clearInterval(drip);
      // In a black hole the target is not told that the client has gone.
      if (!this.#swallows || from === this.near) to.destroy();
    });
  }
}
