import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createReceiver } from '../testing/receiver';
import { startClient, WEBHOOK_SECRET } from '../testing/sandbox-client';

describe('the state file', () => {
  let folder: string;
  let stateFile: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sandbox-state-'));
    stateFile = join(folder, 'deep/state.json');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('carries everything over a restart, idempotency keys included', async () => {
    const before = await startClient({ stateFile });
    const options = { idempotencyKey: 'kept' };
    const product = await before.stripe.products.create({ name: 'Tea' }, options);
    const session = await before.stripe.checkout.sessions.create({
      success_url: 'http://shop.test/',
      line_items: [
        {
          quantity: 1,
          price_data: { currency: 'usd', unit_amount: 900, product: product.id },
        },
      ],
    });
    await before.sandbox.close();

    const after = await startClient({ stateFile });
    const again = await after.stripe.products.create({ name: 'Tea' }, options);
    expect(again.id).toBe(product.id);
    await after.control('POST', `sessions/${session.id}/complete`);
    const paid = await after.stripe.checkout.sessions.retrieve(session.id, {
      expand: ['line_items.data.price.product'],
    });
    expect(paid).toMatchObject({
      payment_status: 'paid',
      line_items: { data: [{ price: { product: { name: 'Tea' } } }] },
    });
    await after.sandbox.close();
  });

  it('goes on delivering after a restart, to the one configured endpoint', async () => {
    const receiver = await createReceiver();
    const webhook = { url: 'http://127.0.0.1:9/webhooks', secret: WEBHOOK_SECRET };
    const before = await startClient({ stateFile, webhook });
    await before.stripe.products.create({ name: 'Tea' });
    await before.sandbox.close();

    const after = await startClient({ stateFile, webhook: { ...webhook, url: receiver.url } });
    const { data } = await after.stripe.webhookEndpoints.list();
    expect(data).toMatchObject([{ url: receiver.url }]);
    await after.control('POST', 'retry-now');
    const [delivered] = await receiver.waitFor(1);
    expect(delivered?.type).toBe('product.created');
    await after.sandbox.close();
    await receiver.close();
  });

  it('puts the file of another version aside, and starts anew', async () => {
    const first = await startClient({ stateFile });
    await first.sandbox.close();
    writeFileSync(stateFile, JSON.stringify({ format: 1, store: {}, idempotencyKeys: [] }));
    const log = jest.spyOn(console, 'error').mockReturnValue();
    const second = await startClient({ stateFile });
    expect(log).toHaveBeenCalledWith(expect.stringContaining('state.json.format-1'));
    log.mockRestore();
    await second.sandbox.close();
    expect(readdirSync(join(folder, 'deep')).sort()).toEqual(['state.json', 'state.json.format-1']);
  });

  it.each(['', '{"format":', '[]', '"tea"'])(
    'does not overwrite a file of others: %j',
    async (text) => {
      const other = join(folder, 'notes.json');
      writeFileSync(other, text);
      await expect(startClient({ stateFile: other })).rejects.toThrow('is not a state file');
      expect(readFileSync(other, 'utf8')).toBe(text);
    },
  );
});
