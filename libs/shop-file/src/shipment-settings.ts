import { z } from 'zod';

/** What the shop says of its parcels. */
export const shipmentSettingsSchema = z.strictObject({
  trackingHosts: z
    .array(
      z.string().regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, {
        error: 'must be a host such as track.example.com',
      }),
    )
    .max(20)
    .default([])
    .meta({
      description:
        'Hosts, beside those of the known carriers, that the link of a parcel may lead to.',
    }),
});
