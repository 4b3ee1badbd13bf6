import { randomUUID } from 'node:crypto';
import type {
  CheckoutResponse,
  Confirmation,
  PortalResponse,
  Problem,
  ProductList,
} from '@shop/contract';
import type { TestApi } from './start-test-api';

export interface Answer<T> {
  status: number;
  body: T;
  headers: Headers;
  text: string;
}

/** A browser, as far as the API can tell: it keeps its cookie. */
export class Shopper {
  cookie: string | undefined;

  constructor(private readonly api: Pick<TestApi, 'url'>) {}

  products(): Promise<Answer<ProductList>> {
    return this.request('GET', '/api/products');
  }

  /** Checks out the first product, or the items given. */
  async checkout(
    options: {
      key?: string;
      items?: unknown;
      replaces?: string;
      body?: string;
      headers?: Record<string, string>;
    } = {},
  ): Promise<Answer<CheckoutResponse & Problem>> {
    const items = options.items ?? [{ priceId: await this.firstPrice(), quantity: 1 }];
    return this.request('POST', '/api/checkout', {
      body: options.body ?? JSON.stringify({ items, replaces: options.replaces }),
      headers: {
        'content-type': 'application/json',
        'idempotency-key': options.key ?? randomUUID(),
        ...options.headers,
      },
    });
  }

  confirmation(stripeSessionId: string): Promise<Answer<Confirmation & Problem>> {
    return this.request('GET', `/api/orders/confirmation?session_id=${stripeSessionId}`);
  }

  verify(sessionId: string, email: string): Promise<Answer<Problem>> {
    return this.request('POST', '/api/orders/confirmation/verification', {
      body: JSON.stringify({ sessionId, email }),
      headers: { 'content-type': 'application/json' },
    });
  }

  /** Follows the link of an e-mail, as the page does. */
  open(sessionId: string, token: string): Promise<Answer<Problem>> {
    return this.request('POST', '/api/orders/access', {
      body: JSON.stringify({ sessionId, token }),
      headers: { 'content-type': 'application/json' },
    });
  }

  /** Asks for the confirmation again, to another address if one is given. */
  resend(sessionId: string, email?: string): Promise<Answer<Problem>> {
    return this.request('POST', '/api/orders/confirmation/resend', {
      body: JSON.stringify({ sessionId, email }),
      headers: { 'content-type': 'application/json' },
    });
  }

  /** Asks for the billing portal of an order's subscription. */
  portal(sessionId: string): Promise<Answer<PortalResponse & Problem>> {
    return this.request('POST', '/api/orders/portal', {
      body: JSON.stringify({ sessionId }),
      headers: { 'content-type': 'application/json' },
    });
  }

  cancel(sessionId: string): Promise<Answer<Problem>> {
    return this.post('/api/orders/cancellation', { sessionId });
  }

  correctAddress(sessionId: string, address: object): Promise<Answer<Problem>> {
    return this.post('/api/orders/delivery-address', { sessionId, address });
  }

  private post<T>(path: string, body: object): Promise<Answer<T>> {
    const headers = { 'content-type': 'application/json' };
    return this.request('POST', path, { body: JSON.stringify(body), headers });
  }

  async firstPrice(): Promise<string> {
    const { body } = await this.products();
    const [first] = body.products;
    if (!first) throw new Error('Nothing is for sale.');
    return first.price.id;
  }

  async request<T>(method: string, path: string, init: RequestInit = {}): Promise<Answer<T>> {
    const headers = new Headers(init.headers);
    if (this.cookie) headers.set('cookie', this.cookie);
    const response = await fetch(this.api.url + path, { ...init, method, headers });
    this.cookie = response.headers.get('set-cookie')?.split(';')[0] ?? this.cookie;
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: (isJson && text ? JSON.parse(text) : undefined) as T,
    };
  }
}

/** cs_… of a hosted page's address. */
export function sessionIdOf(url: string): string {
  const id = /cs_test_[A-Za-z0-9]+/.exec(url)?.[0];
  if (!id) throw new Error('No session id in the address of the hosted page.');
  return id;
}
