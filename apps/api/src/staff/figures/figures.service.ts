import { Injectable } from '@nestjs/common';
import type { FigureRange, StaffFigures } from '@shop/contract';
import { Clock } from '../../clock/clock';
import { figureBuckets } from './figure-buckets';
import { figureWindow } from './figure-window';
import { FiguresRepository } from './figures.repository';

/**
 * However many people look, the database counts once in this time. To count a month of 2 million orders takes it a second
 * or two, and most of a month is over.
 */
const KEPT_MS: Record<FigureRange, number> = { day: 10_000, month: 60_000 };

/** Figures up to this age are shown while they are counted anew: only the first who looks after a while waits. */
const SHOWN_MS = 2 * 60_000;

/** An event that a list of Stripe's has told of may still be delivered within this time. */
const MAY_COME_MS = 10 * 60 * 1000;

interface Counted {
  at: Date;
  figures: StaffFigures;
}

/** Tells how the last day and the last month were. */
@Injectable()
export class FiguresService {
  private readonly counted = new Map<FigureRange, Counted>();
  private readonly counting = new Map<FigureRange, Promise<StaffFigures>>();

  constructor(
    private readonly repository: FiguresRepository,
    private readonly clock: Clock,
  ) {}

  async read(range: FigureRange): Promise<StaffFigures> {
    const now = this.clock.now();
    const counted = this.counted.get(range);
    const ageMs = counted ? now.getTime() - counted.at.getTime() : Infinity;
    if (counted && ageMs < KEPT_MS[range]) return counted.figures;
    const figures = this.counting.get(range) ?? this.countAnew(range, now);
    if (!counted || ageMs > SHOWN_MS) return figures;
    // Whoever asks once these are too old to be shown is told of a failure.
    figures.catch(() => undefined);
    return counted.figures;
  }

  private countAnew(range: FigureRange, at: Date): Promise<StaffFigures> {
    const figures = this.count(range, at)
      .then((figures) => {
        this.counted.set(range, { at, figures });
        return figures;
      })
      .finally(() => this.counting.delete(range));
    this.counting.set(range, figures);
    return figures;
  }

  /** Reads one after the other: on the embedded database they would wait for each other anyway. */
  private async count(range: FigureRange, now: Date): Promise<StaffFigures> {
    const window = figureWindow(range, now);
    const rows = {
      orders: await this.repository.orders(window),
      money: await this.repository.money(window),
      delays: await this.repository.delays(window),
      failures: await this.repository.failures(window, new Date(now.getTime() - MAY_COME_MS)),
    };
    const { bucketSeconds } = window;
    return { range, at: now.toISOString(), bucketSeconds, ...figureBuckets(window, rows) };
  }
}
