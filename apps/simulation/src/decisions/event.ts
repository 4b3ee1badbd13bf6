import type { World } from './world';

/** Something that can happen in a history. */
export interface Event {
  name: string;
  /** Whose doing it is. */
  who: 'shopper' | 'Stripe' | 'shop' | 'staff' | 'warehouse' | 'time';
  may: (world: World, arg: number) => boolean;
  /** @param arg chooses among what there is */
  run: (world: World, arg: number) => void;
}

/** One of the items, by the step's number; undefined when there is none. */
export const chosen = <T>(items: readonly T[], arg: number): T | undefined =>
  items[arg % items.length];
