import { onCleanUp, whenStarted } from '@shop/shop-harness/cleanup-registry';
import { startApp } from '@shop/stack';

/** A server that the API is compared with, in a process of its own. */
export interface Baseline {
  url: string;
  [Symbol.asyncDispose]: () => Promise<void>;
}

const start = async (name: string, env: Record<string, string>): Promise<Baseline> => {
  const args = [`apps/bench/src/baseline/${name}.ts`];
  const starting = startApp({ name, args, env });
  const close = onCleanUp(() => whenStarted(starting, (app) => app.kill()));
  return { url: (await starting).url, [Symbol.asyncDispose]: close };
};

/** Starts the page and the checkout of Stripe's guide, with the sandbox as Stripe. */
export function startGuide(stripeUrl: string): Promise<Baseline> {
  const { hostname, port } = new URL(stripeUrl);
  return start('guide', { STRIPE_HOST: hostname, STRIPE_PORT: port });
}

/** Starts Express with one statement. @param env DATABASE_URL, and PRODUCTS to answer from memory */
export const startBare = (env: Record<string, string>): Promise<Baseline> => start('bare', env);
