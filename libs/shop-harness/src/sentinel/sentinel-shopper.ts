import { sendRaw } from '../network/raw-request';
import type { RawAnswer, RawRequest } from '../network/raw-request';
import { get, post } from '../bad-inputs/bad-input';
import { webhook } from '../bad-inputs/webhook-inputs';
import { WEBHOOK_SECRET } from '../shop/webhook-secret';
import type { Shop } from '../shop/shop';
import { eventAbout, sign } from '../shop/stripe-event';
import { newSentinelData } from './sentinel-data';

const CONFIRMATION = '/api/orders/confirmation';

/** A shopper whose personal data is all sentinel data, and the right and wrong requests of that shopper. */
export class SentinelShopper {
  readonly sentinel = newSentinelData();

  constructor(
    private readonly shop: Shop,
    private readonly priceId: string,
  ) {}

  async checkOut(): Promise<void> {
    const answer = await this.send(
      this.checkout(JSON.stringify({ items: [{ priceId: this.priceId, quantity: 1 }] })),
    );
    const id = /cs_test_[A-Za-z0-9]+/.exec(answer?.body ?? '')?.[0];
    if (id === undefined) return;
    this.sentinel.stripeSessionId = id;
    const token = /set-cookie: [^=]+=([^;]+)/i.exec(answer?.head ?? '')?.[1];
    if (token !== undefined) this.sentinel.browserToken = token;
  }

  async pay(): Promise<void> {
    const { name, email, phone, stripeSessionId } = this.sentinel;
    await this.shop.sandbox.complete(stripeSessionId ?? '', { name, email, phone });
  }

  /** Delivers an event about the session, with all personal data that Stripe has. */
  async tell(type = 'checkout.session.completed'): Promise<void> {
    const body = await this.eventBody(type);
    await this.send(webhook(body, sign(body, WEBHOOK_SECRET)));
  }

  async look(): Promise<void> {
    const { stripeSessionId, browserToken } = this.sentinel;
    const page = get(`${CONFIRMATION}?session_id=${stripeSessionId}`);
    await this.send(page);
    await this.send({
      ...page,
      headers: [['Cookie', `browser=${browserToken}; __Host-browser=${browserToken}`]],
    });
  }

  async prove(email = this.sentinel.email): Promise<void> {
    const body = JSON.stringify({ sessionId: this.sentinel.stripeSessionId, email });
    await this.send(post(`${CONFIRMATION}/verification`, body));
  }

  /** Sends requests that the API refuses, with personal data in every part of a request. */
  async stumble(): Promise<void> {
    const { name, email, street, cardNumber, stripeSessionId, browserToken } = this.sentinel;
    const body = await this.eventBody('checkout.session.completed');
    const personal = JSON.stringify({ name, email, street, cardNumber });
    const inUrl = encodeURIComponent(email);
    const requests: RawRequest[] = [
      webhook(body, sign(body, 'whsec_of_somebody_else_0123456789')),
      webhook(personal, sign(personal, WEBHOOK_SECRET)),
      webhook(body.padEnd(600_000), 't=1,v1=0'),
      this.checkout(personal),
      this.checkout(personal.slice(0, -1)),
      this.checkout(personal.padEnd(40_000)),
      this.checkout(personal, 'text/plain'),
      post(`${CONFIRMATION}/verification`, personal),
      post('/api/orders/find', personal),
      post('/api/orders/find', JSON.stringify({ email })),
      post('/api/orders/withdrawals', personal),
      post(
        '/api/orders/withdrawals',
        JSON.stringify({ name, email, orderNumber: cardNumber, reason: street }),
      ),
      get(`${CONFIRMATION}?session_id=${inUrl}`),
      get(`${CONFIRMATION}/${stripeSessionId}?email=${inUrl}&card=${cardNumber}`),
      get(`/api/orders/${stripeSessionId}`),
      get(`/${inUrl}/${browserToken}`),
      get(`/order/success?session_id=${stripeSessionId}`),
      get(`/api/%zz/${stripeSessionId}/${inUrl}`),
      { ...get('/api/products'), headers: [['Cookie', `${email}=${browserToken}`.repeat(500)]] },
      {
        ...get('/api/products'),
        headers: [['Referer', `https://shop.example/${stripeSessionId}/${inUrl}`]],
      },
      { ...get(`/api/products ${stripeSessionId}`), method: stripeSessionId ?? '' },
    ];
    for (const request of requests) await this.send(request);
  }

  /** All sentinel values of this shopper that are known by now. */
  get secrets(): string[] {
    return Object.values(this.sentinel) as string[];
  }

  private checkout(body: string, contentType = 'application/json'): RawRequest {
    const { idempotencyKey } = this.sentinel;
    return post('/api/checkout', body, contentType, [['Idempotency-Key', idempotencyKey]]);
  }

  private async eventBody(type: string): Promise<string> {
    const session = await this.shop.sandbox.session(this.sentinel.stripeSessionId ?? '');
    return eventAbout({ ...session, ...personalParts(this.sentinel) }, type).body;
  }

  private send(request: RawRequest): Promise<RawAnswer | undefined> {
    const address = `10.${[0, 2, 4].map((at) => parseInt(this.sentinel.idempotencyKey.slice(at, at + 2), 16)).join('.')}`;
    return sendRaw(this.shop.url, {
      ...request,
      headers: [
        ...request.headers,
        ['X-Forwarded-For', address],
        ['User-Agent', this.sentinel.name],
      ],
    });
  }
}

/** The personal data in Stripe's Checkout Session. https://docs.stripe.com/api/checkout/sessions/object */
export function personalParts({ name, email, phone, street, city }: SentinelShopper['sentinel']) {
  const address = {
    line1: street,
    line2: null,
    city,
    state: null,
    postal_code: '90210',
    country: 'US',
  };
  return {
    customer_details: {
      name,
      email,
      phone,
      address,
      individual_name: name,
      business_name: null,
      tax_exempt: 'none',
      tax_ids: [],
    },
    collected_information: {
      business_name: null,
      individual_name: name,
      shipping_details: { name, address },
    },
  };
}
