import { useSearch } from 'wouter';
import { FindOrderPage } from '../features/order-service/find-order-page';
import { ServiceWords } from '../features/order-service/service-words';
import { WithdrawalPage } from '../features/order-service/withdrawal-page';

/** Finds an order again. */
export function FindOrderRoute() {
  return (
    <ServiceWords>
      <FindOrderPage />
    </ServiceWords>
  );
}

/** Declares a withdrawal. */
export function WithdrawalRoute() {
  return (
    <ServiceWords>
      <WithdrawalPage search={useSearch()} />
    </ServiceWords>
  );
}
