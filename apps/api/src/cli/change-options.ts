import type { ShipmentOptions } from './shipment-options';

/** The options of the commands that change an order, as parseArgs takes them. */
export const changeOptions = {
  reason: { type: 'string' },
  amount: { type: 'string' },
  name: { type: 'string' },
  line1: { type: 'string' },
  line2: { type: 'string' },
  'postal-code': { type: 'string' },
  city: { type: 'string' },
  state: { type: 'string' },
  country: { type: 'string' },
} as const;

export type ChangeOptions = Pick<ShipmentOptions, 'key'> & {
  [Name in keyof typeof changeOptions]?: string | undefined;
};
