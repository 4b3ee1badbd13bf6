import { MAX_STOCK } from '../../order/inventory/stock-limit';

/** Of a value that may have 500 characters. */
const SHOWN = 40;

/** Why a product with this `metadata.stock`, which is no number, is not for sale, and what to do. */
export function reasonOfWrongStock(stock: string): string {
  const value = stock.length > SHOWN ? `${stock.slice(0, SHOWN)}…` : stock;
  return (
    `its metadata.stock is ${JSON.stringify(value)} and not a whole number from 0 to ${MAX_STOCK}: ` +
    'mend it in the Stripe Dashboard, or remove it to sell without a limit'
  );
}
