import { setTimeout as wait } from 'node:timers/promises';
import { pick } from '@shop/shop-harness/random';
import type { Shop } from '@shop/shop-harness/shop/shop';
import { freePort } from '@shop/stack';
import type { RunningApp } from '@shop/stack';

const BETWEEN_KILLS_MS = 1000;

/** Processes of the API on one PostgreSQL, of which one after the other is killed (SIGKILL) and started again. */
export class CrashingReplicas {
  kills = 0;
  readonly #live = new Map<number, RunningApp>();

  private constructor(
    private readonly shop: Shop,
    private readonly ports: readonly number[],
  ) {}

  /** Starts them all at once on an empty database, so they must also agree on which one creates the tables. */
  static async start(shop: Shop, count: number): Promise<CrashingReplicas> {
    const ports = [shop.port];
    while (ports.length < count) ports.push(await freePort());
    const replicas = new CrashingReplicas(shop, ports);
    await Promise.all(ports.map((port) => replicas.#startAt(port)));
    return replicas;
  }

  /** Any of them, also one that does not run: as behind a load balancer that has not noticed. */
  readonly anyone = (): string => `http://127.0.0.1:${pick(Math.random, this.ports)}`;

  /**
   * Kills one each second while the work goes on, and until so many are killed. One always runs: on a machine on which a
   * start takes longer than a second, nothing would be done otherwise. All run when it resolves.
   */
  async killWhile(
    work: Promise<unknown>,
    size: { least: number; most?: number },
    onKill: (kills: number) => void = () => undefined,
  ): Promise<void> {
    let working = true;
    const over = () => (working = false);
    work.then(over, over);
    const starting = new Set<Promise<void>>();
    const { least, most = Number.POSITIVE_INFINITY } = size;
    while (this.kills < most && (working || this.kills < least)) {
      await wait(BETWEEN_KILLS_MS);
      const victims = [...this.#live];
      if (victims.length < 2) continue;
      const [port, victim] = pick(Math.random, victims);
      this.#live.delete(port);
      await victim.kill();
      this.kills += 1;
      onKill(this.kills);
      const start = this.#startAt(port);
      starting.add(start);
      void start.finally(() => starting.delete(start)).catch(() => undefined);
    }
    await Promise.all([work, ...starting]);
  }

  async #startAt(port: number): Promise<void> {
    this.#live.set(port, await this.shop.start({ API_PORT: String(port) }));
  }
}
