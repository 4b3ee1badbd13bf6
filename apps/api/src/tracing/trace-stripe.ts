import type { Tracing } from './tracing';

/** Makes each try of a call to Stripe a span. */
export function traceStripe(call: typeof fetch, tracing: Tracing): typeof fetch {
  if (!tracing.isOn) return call;
  return (input, init) => {
    const { host, pathname } = new URL(input instanceof Request ? input.url : input);
    const method = init?.method ?? 'GET';
    const template = templateOf(pathname);
    const attributes = {
      'http.request.method': method,
      'server.address': host,
      'url.template': template,
    };
    return tracing.span('client', `Stripe ${method} ${template}`, attributes, async (note) => {
      const response = await call(input, init);
      note({
        'http.response.status_code': response.status,
        'stripe.request_id': response.headers.get('request-id') ?? '',
      });
      return response;
    });
  };
}

/** `/v1/checkout/sessions/{id}`: whatever is no word of Stripe's is an id. */
const templateOf = (path: string): string =>
  path
    .split('/')
    .map((part) => (/^([a-z][a-z_]*|v\d)?$/.test(part) && !/^(cs|pi)_/.test(part) ? part : '{id}'))
    .join('/');
