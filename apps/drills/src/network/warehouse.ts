import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onCleanUp } from '@shop/shop-harness/cleanup-registry';

export const WAREHOUSE_SECRET = `whsec_${Buffer.from('a secret of thirty-two characters').toString('base64')}`;

/** An event to the merchant's system: see the contract's merchantEventSchema. */
export interface WarehouseEvent {
  type: string;
  sequence: number;
  data: { orderNumber: string; goodsDue: boolean; amounts: { refundedMinor: number } };
}

/** The merchant's own system, which may be down, and refuses the events of some orders for good. */
export interface Warehouse extends AsyncDisposable {
  url: string;
  isDown: boolean;
  /** Numbers of the orders whose events it refuses. */
  refused: Set<string>;
  /** How often it has refused those of each order. */
  refusals: ReadonlyMap<string, number>;
}

/** @param onEvent gets every event that it takes, before it is answered */
export async function openWarehouse(
  onEvent: (id: string, event: WarehouseEvent) => void,
): Promise<Warehouse> {
  const refusals = new Map<string, number>();
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      const event = JSON.parse(body) as WarehouseEvent;
      const id = String(request.headers['webhook-id']);
      const status = statusFor(event.data.orderNumber);
      if (status === 204) onEvent(id, event);
      response.writeHead(status).end();
    });
  });
  const statusFor = (orderNumber: string): number => {
    if (warehouse.isDown) return 503;
    if (!warehouse.refused.has(orderNumber)) return 204;
    refusals.set(orderNumber, (refusals.get(orderNumber) ?? 0) + 1);
    return 410;
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const warehouse: Warehouse = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`,
    isDown: false,
    refused: new Set(),
    refusals,
    [Symbol.asyncDispose]: onCleanUp(async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }),
  };
  return warehouse;
}
