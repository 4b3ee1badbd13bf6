import type { Bench } from './bench';
import { browser } from './benches/browser.bench';
import { checkout } from './benches/checkout.bench';
import { confirmation } from './benches/confirmation.bench';
import { embedded } from './benches/embedded.bench';
import { memory } from './benches/memory.bench';
import { products } from './benches/products.bench';
import { replicas } from './benches/replicas.bench';
import { sizes } from './benches/sizes.bench';
import { startUp } from './benches/start-up.bench';
import { webhook } from './benches/webhook.bench';

/** All benches in the order in which they run. The longest comes last. */
export const benches: readonly Bench[] = [
  confirmation,
  webhook,
  checkout,
  products,
  browser,
  startUp,
  embedded,
  replicas,
  sizes,
  memory,
];
