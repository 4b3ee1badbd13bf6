import generated from '../schema/generated/routes.json' with { type: 'json' };

/** Matchers of the requests that Stripe's API has. */
const stripeRoutes = generated.map((route) => {
  const [method = '', path = ''] = route.split(' ');
  return { method, pattern: new RegExp(`^${path.replaceAll('{}', '[^/]+')}$`) };
});

/** Whether Stripe's API has this request. The sandbox has only a part of them. */
export function existsAtStripe(method: string, path: string): boolean {
  return stripeRoutes.some((route) => route.method === method && route.pattern.test(path));
}
