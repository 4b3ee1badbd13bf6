import { join } from 'node:path';
import Stripe from 'stripe';
import type { PGlite } from '@electric-sql/pglite';
import { loadConfig } from '../../../../api/src/config/config';
import type { Config } from '../../../../api/src/config/config';
import { takeGlobals } from '../machine/globals';
import { ProblemError } from '../../../../api/src/http/errors/problem-error';
import { ReviewError } from '../../../../api/src/order/review/review-rules';
import { ShipmentRefusal } from '../../../../api/src/order/shipment/shipment-refusal';
import { dueAt, JobStore } from '../machine/job-store';
import type { Job } from '../machine/job-store';
import { Kernel } from '../machine/kernel';
import type { Process } from '../machine/kernel';
import { hashOf, randomOf } from '../machine/random';
import type { Random } from '../machine/random';
import { alerts, startReplica } from '../machine/replica';
import type { Replica } from '../machine/replica';
import { StripeAccount } from '../machine/stripe-account';
import { VirtualTime } from '../machine/virtual-time';
import { addProducts } from './catalogue';
import { emptyDatabase, openDatabase, startLists } from './open-database';
import { Outside } from './outside';
import { NOTHING, readRows } from './rows';
import type { Rows } from './rows';
import type { Shopper } from './shopper';

export const WEBHOOK_SECRET = 'whsec_of_the_simulation_0123456789';
const MERCHANT_SECRET = `whsec_${Buffer.from('a secret of the simulation, long').toString('base64')}`;
const START_MS = Date.UTC(2026, 10, 2, 9);
const HEARTBEAT_MS = 10_000;
const root = join(import.meta.dirname, '../../../../..');

/** Everything there is in a history: Stripe, two processes of the shop on one database, and who deals with them. */
export class World {
  readonly time = new VirtualTime();
  readonly kernel = new Kernel(this.time);
  readonly stripe = new StripeAccount(this.time);
  readonly outside = new Outside(this.kernel);
  readonly jobs: JobStore;
  replicas: Replica[] = [];
  shoppers: Shopper[] = [];
  prices: string[] = [];
  /** Events on their way to the shop: each may come more than once, and in any order. */
  mailbag: { id: string; tries: number }[] = [];
  isEndpointOn = true;
  /** Jobs that a worker could take, and what the database has, as they were after the last step. */
  due: Job[] = [];
  rows: Rows = NOTHING;
  /** Whoever asked does not get the next answer. */
  isDeaf = false;
  /** What the shop has answered with an error that no person has asked for. */
  crash: Error | undefined;
  /** Faults that have met something since the last step. */
  met: string[] = [];
  hash = 0;
  private ids: Random = randomOf('ids');
  private count = 0;
  private config: Config | undefined;

  private constructor(readonly client: PGlite) {
    this.jobs = new JobStore(client, this.time);
    this.kernel.onPoint = ({ name }, what) =>
      this.note(`${name} ${what.slice(0, 80)} ${what.length}`);
    this.kernel.onStop = async (_process, wasInTransaction) => {
      this.met.push(wasInTransaction ? 'stop in a transaction' : 'stop between statements');
      if (wasInTransaction) await client.query('rollback');
    };
    this.stripe.onFault = (fault) => this.met.push(fault);
    this.outside.onLost = () => this.met.push('answer lost');
    globalThis.fetch = (input, init = {}) =>
      this.fetch(new URL(input instanceof Request ? input.url : input), init);
  }

  static async open(): Promise<World> {
    // PGlite sets itself up with the real clock.
    const world = new World(await openDatabase());
    takeGlobals(world.time, () => world.ids);
    return world;
  }

  /** Begins a history: an empty database, an empty account, two processes that have just started. */
  async reset(seed: number, number: number): Promise<void> {
    this.time.reset(START_MS);
    this.ids = randomOf('ids', seed, number);
    this.kernel.reset(randomOf('turns', seed, number));
    this.stripe.reset();
    this.outside.reset();
    alerts.length = 0;
    [this.shoppers, this.mailbag, this.replicas] = [[], [], []];
    [this.hash, this.isEndpointOn, this.met] = [0, true, []];
    [this.isDeaf, this.crash] = [false, undefined];
    this.rows = NOTHING;
    // A history that broke a promise may have ended in the middle of a transaction.
    await this.client.exec('rollback');
    await emptyDatabase(this.client);
    await startLists(this.client, START_MS);
    this.prices = addProducts(this.stripe.engine);
    this.count = 0;
    for (const name of ['A', 'B']) this.replicas.push(await this.start(name));
  }

  /** Takes in what the last step has left: new events of Stripe's, and what is in the database now. */
  async look(): Promise<void> {
    const events = this.stripe.events.splice(0);
    for (const { id, type } of events) {
      this.note(type);
      if (this.isEndpointOn) this.mailbag.push({ id, tries: 0 });
    }
    if (this.kernel.hasWritten) {
      this.rows = await readRows(this.client);
      this.note(JSON.stringify(this.rows));
      this.kernel.hasWritten = false;
    }
    this.due = dueAt(this.time.nowMs, this.rows.jobs);
  }

  /** Whether the answer arrives. */
  hears(): boolean {
    const wasDeaf = this.isDeaf;
    this.isDeaf = false;
    if (wasDeaf) this.met.push('answer lost');
    return !wasDeaf;
  }

  /** Asks a service as a request does. A problem is an answer too; anything else would be a 500. */
  async ask<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      // As the filter of problems has it: Stripe's errors are answered with 503.
      if (error instanceof ProblemError) this.note(error.code);
      else if (error instanceof Stripe.errors.StripeError) this.note(error.type);
      else if (error instanceof ReviewError || error instanceof ShipmentRefusal)
        this.note(error.message);
      else this.crash = error instanceof Error ? error : new Error('not an error');
      return undefined;
    }
  }

  note(what: string): void {
    this.hash = hashOf(what, this.hash);
  }

  /** Starts the processes again that were stopped, and hands their jobs over when their heartbeat is missed. */
  async restart(): Promise<void> {
    for (const [at, { process }] of this.replicas.entries()) {
      if (!process.isStopped) continue;
      await this.jobs.expire(workerOf(process), HEARTBEAT_MS);
      this.replicas[at] = await this.start(process.name);
    }
  }

  private start(name: string): Promise<Replica> {
    this.count += 1;
    const process = { name, number: this.count, isStopped: false };
    return startReplica(process, {
      client: this.client,
      jobs: this.jobs,
      kernel: this.kernel,
      configOf: (one) => this.configOf(one),
      mail: (one, mail) => this.outside.mail(one, mail),
    });
  }

  private configOf({ number }: Process): Config {
    this.config ??= baseConfig();
    const { stripe, merchant } = this.config;
    return Object.create(this.config, {
      stripe: { value: { ...stripe, secretKey: `sk_test_${number}` } },
      merchant: { value: { ...merchant, url: `http://warehouse.test/${number}` } },
    }) as Config;
  }

  private async fetch(url: URL, init: RequestInit): Promise<Response> {
    const isStripe = url.hostname === 'stripe.test';
    const key = isStripe ? new Headers(init.headers).get('authorization') : url.pathname;
    const number = Number(/(\d+)$/.exec(key ?? '')?.[1]);
    const replica = this.replicas.find(({ process }) => process.number === number);
    const process = replica?.process ?? this.starting(number);
    if (!isStripe) return this.outside.post(process, init);
    await this.kernel.turn(process, `${init.method ?? 'GET'} ${url.pathname}`, false);
    const answer = await this.stripe.request(url, init);
    await this.kernel.turn(process, String(answer.status), false);
    return answer;
  }

  /** Of a process that was stopped, or has not started yet. */
  private starting = (number: number): Process => ({ name: '', number, isStopped: true });
}

export const workerOf = ({ name, number }: Process) => `${name}${number}`;

function baseConfig(): Config {
  const config = loadConfig({
    STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
    STRIPE_API_BASE: 'http://stripe.test',
    FULFILLMENT_WEBHOOK_URL: 'http://warehouse.test/',
    FULFILLMENT_WEBHOOK_SECRET: MERCHANT_SECRET,
    DEPLOYMENT_ID: 'simulation',
    SHOP_CONFIG: join(root, 'shop.json'),
    DATA_DIR: '/nowhere',
  });
  config.shopFile.cancellation.minutes = 60;
  return config;
}
