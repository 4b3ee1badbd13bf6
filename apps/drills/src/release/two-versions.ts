import { setTimeout as wait } from 'node:timers/promises';
import { HttpClient } from '@shop/shop-harness/network/http-client';
import type { PlacedOrder } from '@shop/shop-harness/shop/orders';
import type { Shop } from '@shop/shop-harness/shop/shop';
import { freePort } from '@shop/stack';
import type { RunningApp } from '@shop/stack';
import { keepDoing } from '../keep-doing';
import type { Doing } from '../keep-doing';

export type Version = 'release' | 'build';

const READERS = 4;
/** Like the page, a shopper asks again after a pause. */
const LOOK_AGAIN_MS = 100;

/** The processes of the last release and of this build, and a load balancer that asks those that run in turn. */
export class TwoVersions {
  readonly asked: Record<Version, number> = { release: 0, build: 0 };
  starts = 0;
  stops = 0;
  looksAnswered = 0;
  looksFailed = 0;
  readonly #live = new Map<Version, RunningApp>();
  #turn = 0;

  constructor(
    private readonly shop: Shop,
    private readonly releaseRoot: string,
  ) {}

  async start(version: Version): Promise<void> {
    const root = version === 'release' ? this.releaseRoot : undefined;
    const app = await this.shop.start({ API_PORT: String(await freePort()) }, root);
    this.#live.set(version, app);
    this.starts += 1;
  }

  /** No request is sent to it any more; those under way are answered before it ends. */
  async stop(version: Version): Promise<void> {
    const app = this.#live.get(version);
    if (!app) throw new Error(`The ${version} does not run.`);
    this.#live.delete(version);
    await app.stop();
    this.stops += 1;
  }

  anyUrl(): string {
    const live = [...this.#live];
    const [version, app] = live[(this.#turn += 1) % live.length] ?? [];
    if (!version || !app) throw new Error('No version runs.');
    this.asked[version] += 1;
    return app.url;
  }

  /** Shoppers look at the confirmations of these orders until they are stopped. */
  keepLooking(orders: () => readonly PlacedOrder[]): Doing {
    const client = new HttpClient(READERS);
    const looking = keepDoing(READERS, async () => {
      const known = orders();
      const order = known[Math.floor(Math.random() * known.length)];
      if (order) await this.#look(client, order);
      await wait(LOOK_AGAIN_MS);
    });
    return {
      stop: async () => {
        await looking.stop();
        client.close();
      },
      [Symbol.dispose]: () => {
        looking[Symbol.dispose]();
        client.close();
      },
    };
  }

  async #look(client: HttpClient, { stripeSessionId, cookie }: PlacedOrder): Promise<void> {
    const look = this.looksAnswered + this.looksFailed;
    const url = `${this.anyUrl()}/api/orders/confirmation?session_id=${stripeSessionId}`;
    // Each is another shopper, because the API limits the requests of one shopper in a minute.
    const address = `10.${[look >> 16, look >> 8, look].map((part) => part & 255).join('.')}`;
    const answer = await client
      .ask(url, { headers: { cookie, 'x-forwarded-for': address } })
      .catch(() => undefined);
    if (answer?.status === 200) this.looksAnswered += 1;
    else this.looksFailed += 1;
  }
}
