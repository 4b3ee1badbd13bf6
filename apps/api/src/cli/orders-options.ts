import { changeOptions } from './change-options';
import type { Taken } from './require-taken';
import { shipmentOptions } from './shipment-options';

/** The options of all commands of `npm run orders`, as parseArgs takes them. */
export const ordersOptions = {
  as: { type: 'string' },
  step: { type: 'string' },
  since: { type: 'string' },
  ...shipmentOptions,
  ...changeOptions,
  out: { type: 'string' },
  all: { type: 'boolean' },
  force: { type: 'boolean' },
  yes: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Which of them each command takes, in the order of the help. */
export const ordersTaken: Taken<keyof typeof ordersOptions> = {
  show: ['all'],
  sync: ['reason'],
  replay: ['reason'],
  'retry-dead': ['reason'],
  deliveries: [],
  resend: ['step', 'reason'],
  'test-event': [],
  recover: ['since', 'reason'],
  review: [],
  resolve: ['as', 'reason'],
  shipments: [],
  ship: ['line', 'carrier', 'tracking', 'url', 'expected', 'at', 'key', 'reason'],
  shipment: ['status', 'at', 'carrier', 'tracking', 'url', 'expected', 'reason'],
  'withdrawals list': [],
  'withdrawals verify': [],
  cancel: ['reason'],
  refund: ['amount', 'key', 'reason'],
  'set-address': ['name', 'line1', 'line2', 'postal-code', 'city', 'state', 'country', 'reason'],
  'set-email': ['reason'],
  'restored hold': ['reason'],
  'restored list': [],
  'restored tell': ['all', 'reason'],
  'restored told': ['all', 'reason'],
  export: ['out'],
  erase: ['reason', 'yes', 'force'],
};
