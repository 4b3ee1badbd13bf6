import type { Random } from '../machine/random';
import type { StripeFault } from '../machine/stripe-account';
import type { Part, WorldEvent } from '../events/world-event';
import type { World } from '../world/world';

/** What goes wrong during one step. */
export interface Fault {
  name: string;
  weight: number;
  /** What it happens to. */
  needs: Part | undefined;
  arm: (world: World, replica: string, draw: Random) => void;
}

const MOST_POINTS = 40;
const MOST_CALLS = 4;

const stripeFault = (name: string, fault: StripeFault): Fault => ({
  name,
  weight: 1,
  needs: 'stripe',
  arm: ({ stripe }, _replica, draw) => {
    const calls = draw.int(1 + draw.int(MOST_CALLS));
    const more = draw.int(3);
    stripe.faults = [
      ...Array.from({ length: calls }, () => undefined),
      ...Array.from({ length: 1 + more }, () => fault),
    ];
  },
});

export const FAULTS: readonly Fault[] = [
  { name: 'nothing', weight: 14, needs: undefined, arm: () => undefined },
  {
    name: 'is stopped and started again',
    weight: 5,
    needs: 'shop',
    arm: ({ kernel }, name, draw) =>
      kernel.stopAt({ name, points: draw.int(1 + draw.int(MOST_POINTS)) }),
  },
  { name: 'comes twice at once', weight: 3, needs: 'shop', arm: () => undefined },
  {
    name: 'loses the answer',
    weight: 2,
    needs: 'answer',
    arm: (world) => {
      world.isDeaf = true;
      world.outside.losesAnswer = true;
    },
  },
  stripeFault('Stripe answers 429', '429'),
  stripeFault('Stripe answers 500', '500'),
  stripeFault('Stripe does it and answers 500', '500-after'),
  stripeFault('Stripe cannot be reached', 'lost'),
  stripeFault('Stripe does it and the answer is lost', 'lost-after'),
  stripeFault('Stripe does it and does not answer', 'silent-after'),
];

export const canMeet = ({ needs }: Fault, event: WorldEvent): boolean =>
  needs === undefined || event.needs.includes(needs);
