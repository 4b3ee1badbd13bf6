import { z } from 'zod';
import { shipmentSchema, shipmentStatuses } from './shipment';
import { cursorSchema, nextSchema } from './staff-orders';

/** Query of GET /api/staff/shipments. */
export const staffShipmentsQuery = {
  status: z
    .enum(shipmentStatuses)
    .optional()
    .meta({ description: 'What has become of them. shipped: on the way.' }),
  after: cursorSchema.optional(),
};
export const staffShipmentsQuerySchema = z.strictObject(staffShipmentsQuery);

/** 200 of GET /api/staff/shipments. */
export const staffShipmentsSchema = z
  .object({
    shipments: z
      .array(
        shipmentSchema
          .extend({ orderNumber: z.string().meta({ example: 'R7K3-M9QX' }) })
          .meta({ id: 'StaffShipment' }),
      )
      .meta({ description: 'Newest first, by shippedAt.' }),
    next: nextSchema,
  })
  .meta({ id: 'StaffShipments' });

export type StaffShipmentsQuery = z.infer<typeof staffShipmentsQuerySchema>;
export type StaffShipments = z.infer<typeof staffShipmentsSchema>;
