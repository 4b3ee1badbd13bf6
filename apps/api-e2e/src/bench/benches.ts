import type { Bench } from './bench';
import { checkout } from './benches/checkout.bench';
import { confirmation } from './benches/confirmation.bench';
import { products } from './benches/products.bench';
import { webhook } from './benches/webhook.bench';

/** Every bench there is, in the order in which they run: what takes longest comes last. */
export const benches: readonly Bench[] = [confirmation, webhook, checkout, products];
