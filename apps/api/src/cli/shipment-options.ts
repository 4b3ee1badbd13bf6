/** The options of the commands about parcels, as parseArgs takes them. */
export const shipmentOptions = {
  line: { type: 'string', multiple: true },
  carrier: { type: 'string' },
  tracking: { type: 'string' },
  url: { type: 'string' },
  expected: { type: 'string' },
  status: { type: 'string' },
  at: { type: 'string' },
  key: { type: 'string' },
} as const;

export interface ShipmentOptions {
  line?: string[] | undefined;
  carrier?: string | undefined;
  tracking?: string | undefined;
  url?: string | undefined;
  expected?: string | undefined;
  status?: string | undefined;
  at?: string | undefined;
  key?: string | undefined;
}
