import type { Confirmation } from '@shop/contract';

/** An order with a parcel of each status. The masked view says neither carrier nor number. */
export function withParcels(
  order: Confirmation,
  shopStatus: Confirmation['shopStatus'],
  statuses: Confirmation['shipments'][number]['status'][],
): Confirmation {
  const isFull = order.view === 'full';
  const shipments = statuses.map((status, at) => ({
    status,
    carrier: isFull ? ['DHL', 'Donaudampfschifffahrtsgesellschaft'][at % 2]! : null,
    trackingNumber: isFull ? `0034043416109404255${at}` : null,
    trackingUrl: isFull ? 'https://www.dhl.com/global-en/home/tracking.html' : null,
    estimatedOn: '2026-11-26',
    shippedAt: '2026-11-24T09:30:00.000Z',
    deliveredAt:
      status === 'delivered' || status === 'returned' ? '2026-11-26T11:10:00.000Z' : null,
    items: order.items.map((_, index) => ({ index, quantity: 1 })),
  }));
  return { ...order, shopStatus, shipments };
}
