import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { OnModuleDestroy } from '@nestjs/common';
import type Stripe from 'stripe';
import { Clock } from '../../clock/clock';
import { Config } from '../../config/config';
import { StripeClock } from '../../stripe/stripe-clock';
import { ReadingPositionRepository } from './reading-position.repository';

const HOUR_MS = 60 * 60 * 1000;

/** As far back as Stripe lists events (https://docs.stripe.com/api/events/list), and as far as the first pass reads. */
const FIRST_PASS_MS = 30 * 24 * HOUR_MS;

/** Objects may be listed some time after they were created. */
const OVERLAP_MS = 2 * 60 * 1000;

/** The longest time that one pass over one list takes. The next pass continues where it stopped. */
const PASS_MS = 20_000;

const PAGE = 100;

type Listed = { id: string };
export type ListPage<Item> = (range: {
  created: Stripe.RangeQueryParam;
  limit: number;
  starting_after?: string;
}) => Promise<Pick<Stripe.ApiList<Item>, 'data' | 'has_more'>>;

/**
 * Reads lists of what Stripe has, from the time that the last pass has reached: all at once when it is a page, which it
 * mostly is, else in windows of time. Each window is read from its end to its beginning, as Stripe lists it; once it is
 * read the position is stored, so that an outage of a month is made up for over several passes and after a crash at most
 * one window is read again.
 */
@Injectable()
export class StripeListReader implements OnModuleDestroy {
  private stopping = false;

  constructor(
    private readonly positions: ReadingPositionRepository,
    private readonly clock: Clock,
    private readonly stripeClock: StripeClock,
    private readonly config: Config,
  ) {}

  /** A process that stops does not wait for the rest of a long list. */
  onModuleDestroy(): void {
    this.stopping = true;
  }

  /**
   * @param name of the list; each has its own position
   * @param handle called with each page. Items may come again
   * @returns whether everything up to now has been read
   * @throws what `list` and `handle` throw; the position is that of the last window then
   */
  async readNew<Item extends Listed>(
    name: string,
    list: ListPage<Item>,
    handle: (items: Item[]) => Promise<void>,
  ): Promise<boolean> {
    const end = performance.now() + PASS_MS;
    const now = this.clock.now().getTime();
    let stored = await this.positions.find(name);
    let from = Math.min(now, stored?.getTime() ?? now - FIRST_PASS_MS) - OVERLAP_MS;
    let widthMs = now - from;
    while (performance.now() < end && !this.stopping) {
      // Whole seconds, as Stripe counts; the current second is read with the next pass once more.
      const to = Math.min(from + widthMs, now);
      const pages = await this.readWindow({ from, to }, list, handle, widthMs <= HOUR_MS);
      if (pages === 'too many') {
        widthMs = HOUR_MS;
        await sleep(this.config.stripe.readIntervalMs);
        continue;
      }
      // A position in Stripe's future would pass over what Stripe makes until then.
      const reached = new Date(Math.min(to, now - this.aheadMs));
      if (!(await this.positions.advance(name, stored, reached))) return false;
      if (to === now) return true;
      [stored, from] = [reached, to];
      // Quiet times are passed over quickly, busy ones are read in small windows.
      widthMs = pages === 1 ? widthMs * 2 : HOUR_MS;
      await sleep(this.config.stripe.readIntervalMs);
    }
    return false;
  }

  /** Reads again what was created since then, beginning with the next pass. */
  async rereadFrom(name: string, time: Date): Promise<void> {
    await this.positions.rewind(name, time);
  }

  /** @returns whether nobody was alerted about this list in the interval before `now` */
  claimAlert(name: string, now: Date, intervalMs: number): Promise<boolean> {
    return this.positions.claimAlert(name, now, new Date(now.getTime() - intervalMs));
  }

  /** How far this machine is ahead of Stripe, by the answers that have come until now. */
  private get aheadMs(): number {
    return Math.max(0, this.stripeClock.skewSeconds ?? 0) * 1000;
  }

  /**
   * @param isWhole whether to read on when it is more than a page
   * @returns how many pages there were; 'too many': there are more than one, and none was handled
   */
  private async readWindow<Item extends Listed>(
    { from, to }: { from: number; to: number },
    list: ListPage<Item>,
    handle: (items: Item[]) => Promise<void>,
    isWhole: boolean,
  ): Promise<number | 'too many'> {
    const created = { gte: Math.floor(from / 1000), lte: Math.floor(to / 1000) };
    let after: string | undefined;
    for (let pages = 1; ; pages += 1) {
      const { data, has_more: hasMore } = await list({
        created,
        limit: PAGE,
        ...(after !== undefined && { starting_after: after }),
      });
      if (hasMore && !isWhole) return 'too many';
      if (data.length > 0) await handle(data);
      after = data.at(-1)?.id;
      if (!hasMore || after === undefined) return pages;
      await sleep(this.config.stripe.readIntervalMs);
    }
  }
}
