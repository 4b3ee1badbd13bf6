import { z } from 'zod';

/** What has become of a parcel. Its rank only rises, in this order. */
export const shipmentStatuses = ['shipped', 'delayed', 'lost', 'delivered', 'returned'] as const;

/** Where the goods of an order are. */
export const shopStatuses = [
  'preparing',
  'partly_shipped',
  'shipped',
  'delivered',
  'cancelled',
] as const;

export const shopStatusSchema = z.enum(shopStatuses).nullable().meta({
  description:
    "The shop's side of the order: where its goods are. cancelled: nothing was sent, and nothing will be. null while it is not paid or on hold, and where nothing is to be sent. Of a confirmation also when nothing was heard of its goods for a week after the payment.",
});

const statusSchema = z.enum(shipmentStatuses).meta({
  description: 'lost: the carrier does not find it. returned: it came back to the shop.',
});
const carrierSchema = z.string().meta({ example: 'DHL' });
const trackingNumberSchema = z.string().meta({ example: '00340434161094042557' });
const estimatedOnSchema = z.iso
  .date()
  .nullable()
  .meta({ description: 'The day on which the carrier expects to deliver it.' });

const parcel = {
  status: statusSchema,
  carrier: carrierSchema.nullable(),
  trackingNumber: trackingNumberSchema.nullable(),
  trackingUrl: z.url().nullable().meta({ description: "The carrier's page of the parcel; https." }),
  estimatedOn: estimatedOnSchema,
  shippedAt: z.iso.datetime(),
  deliveredAt: z.iso.datetime().nullable(),
};

/** A parcel as the shopper is told of it. */
export const orderShipmentSchema = z
  .object({
    ...parcel,
    carrier: parcel.carrier.meta({ description: 'null also in the masked view.' }),
    trackingNumber: parcel.trackingNumber.meta({ description: 'null also in the masked view.' }),
    trackingUrl: parcel.trackingUrl.meta({
      description: "The carrier's page of the parcel; https. null also in the masked view.",
    }),
    items: z.array(
      z.object({
        index: z.int().min(0).meta({ description: "Place of the item in the order's items." }),
        quantity: z.int().positive(),
      }),
    ),
  })
  .meta({ id: 'OrderShipment' });

/** A parcel as the shop's own systems are told of it. */
export const shipmentSchema = z
  .object({
    id: z.uuid(),
    ...parcel,
    lines: z.array(
      z.object({
        lineId: z.string().meta({ example: 'R7K3-M9QX-0' }),
        quantity: z.int().positive(),
      }),
    ),
  })
  .meta({ id: 'Shipment' });

export type OrderShipment = z.infer<typeof orderShipmentSchema>;
export type Shipment = z.infer<typeof shipmentSchema>;
