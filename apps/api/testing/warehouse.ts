import { randomUUID } from 'node:crypto';
import type { Problem, ShipmentAnswer, ShippedOrderAnswer } from '@shop/contract';
import { ApiKeysService } from '../src/staff/api-keys.service';
import { Shopper } from './shopper';
import type { Answer } from './shopper';
import type { TestApi } from './start-test-api';

/** A system of the shop, with an API key of its own. */
export class Warehouse {
  private constructor(
    private readonly api: TestApi,
    readonly key: string,
  ) {}

  static async open(
    api: TestApi,
    role: 'viewer' | 'operator' = 'operator',
    name = 'warehouse',
  ): Promise<Warehouse> {
    const { key } = await api.app.get(ApiKeysService, { strict: false }).create(name, role);
    return new Warehouse(api, key);
  }

  shipments(number: string): Promise<Answer<ShippedOrderAnswer & Problem>> {
    return this.ask('GET', number);
  }

  ship(
    number: string,
    body: object = {},
    key: string = randomUUID(),
  ): Promise<Answer<ShipmentAnswer & Problem>> {
    return this.ask('POST', number, body, { 'idempotency-key': key });
  }

  tell(number: string, id: string, news: object): Promise<Answer<ShipmentAnswer & Problem>> {
    return this.ask('PATCH', `${number}/shipments/${id}`, news);
  }

  private ask<T>(
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const place = path.includes('/') ? path : `${path}/shipments`;
    return new Shopper(this.api).request(method, `/api/staff/orders/${place}`, {
      ...(body && { body: JSON.stringify(body) }),
      headers: {
        authorization: `Bearer ${this.key}`,
        'content-type': 'application/json',
        ...headers,
      },
    });
  }
}
