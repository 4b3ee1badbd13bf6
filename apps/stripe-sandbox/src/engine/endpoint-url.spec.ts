import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, describe, expect, it } from '@jest/globals';
import { refusalOf } from '../compat/target';
import { startClient, type Client } from '../testing/sandbox-client';
import { isInner } from './endpoint-url';

let client: Client;
let close: (() => void) | undefined;
afterEach(async () => {
  await client.sandbox.close();
  close?.();
});

const register = (url: string) =>
  client.stripe.webhookEndpoints.create({ url, enabled_events: ['*'] });

describe('the address of an endpoint', () => {
  it.each([
    'http://169.254.169.254/latest/meta-data',
    'http://10.0.0.1/',
    'http://172.31.255.255:9200/',
    'http://192.168.1.1/',
    'http://100.64.0.1/',
    'http://0.0.0.0:4242/',
    'http://0xA9FEA9FE/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://intranet/',
    'ftp://shop.example/',
  ])('is not %s', async (url) => {
    client = await startClient();
    const refused = { statusCode: 400, code: 'url_invalid', param: 'url' };
    expect(await refusalOf(register(url))).toMatchObject(refused);
    const { id } = await register('https://shop.example/webhooks');
    expect(await refusalOf(client.stripe.webhookEndpoints.update(id, { url }))).toMatchObject(
      refused,
    );
    const destination = client.stripe.v2.core.eventDestinations.create({
      name: 'x',
      type: 'webhook_endpoint',
      event_payload: 'thin',
      enabled_events: ['*'],
      webhook_endpoint: { url },
    });
    expect(await refusalOf(destination)).toMatchObject({ statusCode: 400, code: 'url_invalid' });
  });

  it.each([
    'http://127.0.0.1:3000/api/webhooks/stripe',
    'http://localhost:3000/',
    'http://[::1]:3000/',
    'https://shop.example/webhooks',
    'https://93.184.216.34/',
    'http://api:3000/',
  ])('can be %s', async (url) => {
    client = await startClient({ allowedHosts: ['api'] });
    expect(await register(url)).toMatchObject({ url });
  });
});

const ownAddress = Object.values(networkInterfaces())
  .flat()
  .find((one) => one?.family === 'IPv4' && isInner(one.address))?.address;

/** A machine without a network has no address behind it. */
const onNetwork = ownAddress ? describe : describe.skip;

onNetwork('an address that was kept by an earlier version', () => {
  it('gets no event, unless the configuration names it', async () => {
    let heard = 0;
    const server = createServer((_request, response) => {
      heard += 1;
      response.end('secret of an inner server');
    });
    close = () => server.close();
    await new Promise<void>((resolve) => server.listen(0, resolve));
    const url = `http://${ownAddress}:${(server.address() as AddressInfo).port}/`;

    client = await startClient();
    const { id } = await register('https://shop.example/');
    const record = client.sandbox.engine.store.endpoints.get(id);
    Object.assign(record?.object ?? {}, { url });
    await client.stripe.products.create({ name: 'Mug' });
    const [event] = (await client.stripe.events.list({ type: 'product.created' })).data;
    const redeliver = async () => {
      const { body } = await client.control('POST', `events/${event?.id}/redeliver`, {});
      return (body as unknown as { deliveries: unknown[] }).deliveries.at(-1);
    };
    expect(await redeliver()).toMatchObject({ status: null, error: 'not a public address' });
    expect(heard).toBe(0);

    client.sandbox.engine.world.knownHosts.add(String(ownAddress));
    expect(await redeliver()).toMatchObject({ status: 200 });
    expect(heard).toBe(1);
  });
});
