import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import type { ShipmentAnswer } from '@shop/contract';
import { repositoryRoot } from '@shop/stack';

const run = promisify(execFile);

/** Makes a key for the warehouse, as `npm run staff` does. The API does not run: the embedded database is its alone. */
export async function makeStaffKey(dataDir: string): Promise<string> {
  const script = join(repositoryRoot, 'dist/apps/api/staff.js');
  const { stdout } = await run(
    process.execPath,
    [script, 'keys', 'create', 'warehouse', '--json'],
    {
      env: {
        PATH: process.env['PATH'],
        DATA_DIR: dataDir,
        DATABASE_URL: '',
        SHOP_CONFIG: join(repositoryRoot, 'shop.json'),
        WEB_URL: 'http://localhost:4200',
        STRIPE_SECRET_KEY: 'sk_test_sandbox',
        STRIPE_WEBHOOK_SECRET: 'whsec_ofNoEvent0123456789',
        // Nothing listens there: a command about keys asks Stripe nothing.
        STRIPE_API_BASE: 'http://127.0.0.1:9',
      },
    },
  );
  return (JSON.parse(stdout) as { key: string }).key;
}

/** The warehouse's own system: it calls the API by a key. */
export class Warehouse {
  constructor(
    private readonly apiUrl: string,
    private readonly key: string,
  ) {}

  /** Sends a parcel. @param lines what is in it; without it all that is left @returns its id */
  async ship(order: string, parcel: object = {}): Promise<string> {
    const sent = await this.ask(201, 'POST', `${order}/shipments`, parcel);
    return sent.shipment.id;
  }

  async deliver(order: string, id: string): Promise<void> {
    const news = { status: 'delivered', at: new Date().toISOString() };
    await this.ask(200, 'PATCH', `${order}/shipments/${id}`, news);
  }

  private async ask(
    status: number,
    method: string,
    path: string,
    body: object,
  ): Promise<ShipmentAnswer> {
    const response = await fetch(`${this.apiUrl}/api/staff/orders/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.key}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    expect(response.status, text).toBe(status);
    return JSON.parse(text) as ShipmentAnswer;
  }
}
