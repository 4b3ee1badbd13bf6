import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { Shipment, StaffShipments } from '@shop/contract';
import { Link } from 'wouter';
import { shipments } from '../api/queries';
import { Day, Moment } from '../ui/moment';
import { Filter } from '../ui/filter';
import { Heading } from '../ui/heading';
import { ListState } from '../ui/list-state';
import { More } from '../ui/more';
import { Tracking } from '../ui/tracking';
import { useQueryOf } from '../ui/use-query-of';

const STATES: Readonly<Record<Shipment['status'], string>> = {
  shipped: 'on the way',
  delayed: 'delayed',
  lost: 'lost',
  delivered: 'delivered',
  returned: 'returned',
};
const CHOICES = Object.entries(STATES);

/** Parcels by what has become of them. */
export function ShipmentsPage() {
  const query = useQueryOf('status');
  const found = useInfiniteQuery({ ...shipments(query), placeholderData: keepPreviousData });
  const rows = found.data?.pages.flatMap((page) => page.shipments) ?? [];
  return (
    <>
      <Heading>Shipments</Heading>
      <Filter label="State" name="status" choices={CHOICES} />
      <ListState found={found} isEmpty={rows.length === 0} empty="No parcel is like that." />
      {rows.length > 0 && <Table rows={rows} />}
      <More list={found} />
    </>
  );
}

function Table({ rows }: { rows: StaffShipments['shipments'] }) {
  return (
    <div className="scrolls" tabIndex={0} role="region" aria-label="Shipments">
      <table>
        <thead>
          <tr>
            <th scope="col">Order</th>
            <th scope="col">State</th>
            <th scope="col">Parcel</th>
            <th scope="col">Pieces</th>
            <th scope="col">Shipped</th>
            <th scope="col">Expected</th>
            <th scope="col">Delivered</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link to={`/orders/${row.orderNumber}`}>{row.orderNumber}</Link>
              </th>
              <td>{STATES[row.status]}</td>
              <td>
                {row.carrier} <Tracking parcel={row} />
              </td>
              <td>{row.lines.reduce((sum, { quantity }) => sum + quantity, 0)}</td>
              <td>
                <Moment at={row.shippedAt} />
              </td>
              <td>{row.estimatedOn && <Day on={row.estimatedOn} />}</td>
              <td>{row.deliveredAt && <Moment at={row.deliveredAt} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
