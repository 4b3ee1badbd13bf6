import { z } from 'zod';
import { reasonSchema } from './reason';
import { shipmentSchema, shipmentStatuses, shopStatusSchema } from './shipment';

/** Most different lines that one request names: as many as a Checkout Session may have. */
const MAX_LINES = 100;

const orderNumber = z.string().meta({ example: 'R7K3-M9QX' });

/** In the path of the staff's operations. */
export const orderNumberSchema = z
  .string()
  .regex(/^[0-9A-Za-z]{4}-[0-9A-Za-z]{4}$/, { error: 'must be an order number' })
  .meta({ description: 'What shoppers quote.', example: 'R7K3-M9QX' });

export const shipmentIdSchema = z
  .uuid()
  .meta({ description: 'Id of the shipment, as its creation has answered.' });

/** Header of POST …/shipments. */
export const shipmentKeySchema = z
  .string()
  .regex(/^[!-~]{1,100}$/, { error: 'must be 1 to 100 printable characters without spaces' })
  .meta({
    description:
      "One key per parcel of the order, such as the warehouse's own number of it. The same key with the same body gets the same shipment.",
  });

/** Values of this century: a database has no place for any year. */
const CENTURY = /^20/;
const momentSchema = z.iso
  .datetime({ offset: true })
  .regex(CENTURY, { error: 'must be a time in this century' });

const PRINTABLE = /^[!-~]+$/;

const news = {
  carrier: z
    .string()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N} .&+'-]{0,59}$/u, { error: 'must be the name of a carrier' })
    .optional()
    .meta({ example: 'DHL' }),
  trackingNumber: z
    .string()
    .regex(/^[0-9A-Za-z][0-9A-Za-z ./-]{0,63}$/, { error: 'must be a tracking number' })
    .optional()
    .meta({ example: '00340434161094042557' }),
  trackingUrl: z
    .url()
    .max(500)
    // A URL may be typed with any character, also with one that no database takes or that no e-mail may have.
    .refine((url) => PRINTABLE.test(url), { error: 'must be a link of printable ASCII characters' })
    .optional()
    .meta({
      description:
        'The page of the parcel, if the carrier has none that follows from its number. https, on a host of a known carrier or of shipments.trackingHosts in the shop file.',
    }),
  estimatedOn: z.iso
    .date()
    .regex(CENTURY, { error: 'must be a day in this century' })
    .optional()
    .meta({ description: 'The day on which the carrier expects to deliver it.' }),
};

/** Body of POST /api/staff/orders/{number}/shipments. */
export const createShipmentRequestSchema = z
  .strictObject({
    lines: z
      .array(
        z.strictObject({
          lineId: z.string().max(20).meta({ example: 'R7K3-M9QX-0' }),
          quantity: z.int().min(1).max(1_000_000),
        }),
      )
      .min(1)
      .max(MAX_LINES)
      .refine((lines) => new Set(lines.map(({ lineId }) => lineId)).size === lines.length, {
        error: 'A line may stand in one item only.',
      })
      .optional()
      .meta({ description: 'What is in the parcel. Without it: everything that is left.' }),
    shippedAt: momentSchema.optional().meta({ description: 'Without it: now.' }),
    reason: reasonSchema
      .optional()
      .meta({ description: 'Why a person records it; kept with the action.' }),
    ...news,
  })
  .meta({ id: 'CreateShipmentRequest' });

/** Body of PATCH /api/staff/orders/{number}/shipments/{id}. What is not named stays as it is. */
export const updateShipmentRequestSchema = z
  .strictObject({
    at: momentSchema.meta({
      description:
        'When it happened. Updates may come late, twice and in any order: the status only rises, and of everything else the latest by this time counts.',
    }),
    status: z.enum(shipmentStatuses).optional(),
    ...news,
  })
  .refine(({ at: _at, ...rest }) => Object.values(rest).some((value) => value !== undefined), {
    error: 'must say something of the parcel',
  })
  .meta({ id: 'UpdateShipmentRequest' });

/** 201 of POST and 200 of PATCH: the parcel, and where it leaves the order. */
export const shipmentAnswerSchema = z
  .object({ orderNumber, shopStatus: shopStatusSchema, shipment: shipmentSchema })
  .meta({ id: 'ShipmentAnswer' });

/** 200 of GET /api/staff/orders/{number}/shipments. */
export const shippedOrderSchema = z
  .object({
    orderNumber,
    goodsDue: z.boolean().meta({ description: 'Whether to ship now; as in the events.' }),
    shopStatus: shopStatusSchema,
    lines: z.array(
      z
        .object({
          id: z.string().meta({ example: 'R7K3-M9QX-0' }),
          name: z.string(),
          quantity: z.int().positive(),
          leftToShip: z.int().min(0).meta({
            description: 'How many can still be sent. 0 of what needs no shipping.',
          }),
        })
        .meta({ id: 'ShippedOrderLine' }),
    ),
    shipments: z.array(shipmentSchema).meta({ description: 'Oldest first.' }),
  })
  .meta({ id: 'ShippedOrder' });

export type CreateShipmentRequest = z.infer<typeof createShipmentRequestSchema>;
export type UpdateShipmentRequest = z.infer<typeof updateShipmentRequestSchema>;
export type ShipmentAnswer = z.infer<typeof shipmentAnswerSchema>;
export type ShippedOrderAnswer = z.infer<typeof shippedOrderSchema>;
