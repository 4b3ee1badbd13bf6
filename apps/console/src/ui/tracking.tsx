import type { Shipment } from '@shop/contract';

/** The number of a parcel, which leads to its carrier's page where there is one. */
export function Tracking({ parcel }: { parcel: Pick<Shipment, 'trackingNumber' | 'trackingUrl'> }) {
  if (!parcel.trackingUrl) return parcel.trackingNumber;
  return (
    <a href={parcel.trackingUrl} rel="noreferrer" target="_blank">
      {parcel.trackingNumber ?? 'its page'}
    </a>
  );
}
