import type { ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { usualEngines } from '../../testing/engines';
import { PNG, startPictureHost } from '../../testing/picture-host';
import type { PictureHost } from '../../testing/picture-host';
import { Shopper, sessionIdOf } from '../../testing/shopper';
import { startTestApi } from '../../testing/start-test-api';
import type { TestApi } from '../../testing/start-test-api';
import { isPublicAddress, PrivateAddressError, publicLookup } from './public-address';
import { sniffPicture } from './sniff-picture';

const FILES = 'https://files.stripe.com';

/** An API that fetches pictures from a host of this spec, and products with pictures on it. */
async function openShop(engine: 'embedded' | 'postgres') {
  let host: PictureHost | undefined;
  const api = await startTestApi(engine, {
    api: { PICTURE_HOSTS: 'files.stripe.com, localhost' },
    between: async (sandboxUrl) => (host = await startPictureHost(sandboxUrl)),
  });
  if (!host) throw new Error('There is no host.');
  return { api, host };
}

/** Makes products as in the Dashboard. Returns their pictures, by name, once the shop has them. */
async function sell(api: TestApi, images: Record<string, string>) {
  for (const [name, image] of Object.entries(images)) {
    const price = { currency: 'usd', unit_amount: 900 };
    await api.stripe.products.create({ name, images: [image], default_price_data: price });
  }
  const shopper = new Shopper(api);
  // A price that nobody knows makes the list be read again.
  await shopper.checkout({ items: [{ priceId: 'price_unknown', quantity: 1 }] });
  const { body } = await shopper.products();
  return (name: string) => {
    const found = body.products.find((each) => each.name === name);
    if (!found) throw new Error(`${name} is not for sale.`);
    return found;
  };
}

describe.each(usualEngines)('the picture of a product, on the %s database', (engine) => {
  let api: TestApi;
  let host: PictureHost;
  let product: Awaited<ReturnType<typeof sell>>;
  beforeAll(async () => {
    ({ api, host } = await openShop(engine));
    host.answers['/links/mug'] = (_from, to) => {
      to.setHeader('content-type', 'text/html').end(PNG);
    };
    host.answers['/links/bowl'] = (_from, to) => void to.end(PNG);
    host.answers['/links/broken'] = (_from, to) => void to.writeHead(500).end();
    product = await sell(api, {
      'Blue mug': `${FILES}/links/mug`,
      Bowl: `${FILES}/links/bowl`,
      Broken: `${FILES}/links/broken`,
    });
  }, 60_000);
  afterAll(() => api?.stop());

  const get = (path: string | null, headers = {}) => fetch(api.url + path, { headers });
  const askedFor = (path: string) => host.asked.filter((one) => one === path);

  it('comes from the shop itself, in its own type, and runs nothing', async () => {
    const { imageUrl } = product('Blue mug');
    expect(imageUrl).toMatch(/^\/api\/pictures\/[0-9a-f]{32}$/);
    const answer = await get(imageUrl);
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer()).equals(PNG)).toBe(true);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('cache-control')).toBe('public, max-age=86400');

    const etag = answer.headers.get('etag') ?? '';
    const again = await get(imageUrl, { 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(askedFor('/links/mug')).toHaveLength(1);
  });

  it('stays with an order when its product is gone', async () => {
    const { id, price, imageUrl } = product('Bowl');
    const shopper = new Shopper(api);
    const { body: checkout } = await shopper.checkout({
      items: [{ priceId: price.id, quantity: 1 }],
    });
    const sessionId = sessionIdOf(checkout.url);
    await api.sandbox.complete(sessionId);
    await api.stripe.products.update(id, { active: false });
    await shopper.checkout({ items: [{ priceId: 'price_unknown', quantity: 1 }] });
    const { body: shown } = await shopper.products();
    expect(shown.products.map((each) => each.id)).not.toContain(id);
    const { body } = await shopper.confirmation(sessionId);
    expect(body.items[0]?.imageUrl).toBe(imageUrl);
    expect((await get(imageUrl)).status).toBe(200);
  });

  it('is asked for once by however many shoppers, and not again at once after a failure', async () => {
    const { imageUrl } = product('Broken');
    const answers = await Promise.all([get(imageUrl), get(imageUrl), get(imageUrl)]);
    const statuses = [...answers, await get(imageUrl)].map(({ status }) => status);
    expect(statuses).toEqual([503, 503, 503, 503]);
    expect(askedFor('/links/broken')).toHaveLength(1);
    expect(await answers[0]?.json()).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  });
});

const MB = Buffer.alloc(1024 * 1024, PNG);

/** What a host may answer, and what a browser is answered then. */
const WRONG: Record<string, [status: number, answer: (to: ServerResponse) => unknown]> = {
  'an SVG': [404, (to) => to.setHeader('content-type', 'image/svg+xml').end('<svg/>')],
  'a page': [404, (to) => to.setHeader('content-type', 'image/png').end('<html>')],
  nothing: [404, (to) => to.end()],
  'not there': [404, (to) => to.writeHead(404).end()],
  packed: [404, (to) => to.setHeader('content-encoding', 'gzip').end(MB.subarray(1))],
  'large by its own word': [404, (to) => to.setHeader('content-length', 6e6).write(PNG)],
  endless: [
    404,
    (to) => {
      const more = () => void (to.destroyed || to.write(MB, () => setImmediate(more)));
      more();
    },
  ],
  'on this machine, by a redirect': [
    404,
    (to) => to.writeHead(302, { location: 'http://127.0.0.1:9/mug' }).end(),
  ],
  slow: [503, (to) => to.write(PNG.subarray(0, 20))],
  'cut off': [503, (to) => to.setHeader('content-length', 500).write(PNG, () => to.destroy())],
};

/** Where a picture may be without being fetched. */
const ELSEWHERE: Record<string, string> = {
  'on a host that is not on the list': 'https://elsewhere.example/mug.png',
  'on plain http': 'http://files.stripe.com/links/mug',
  'behind a password': 'https://a:b@files.stripe.com/links/mug',
  'on a port of its own': 'https://localhost:9/mug.png',
  'on a host whose name begins like one on the list': `${FILES}.example/links/mug`,
};

describe('a picture that is not one', () => {
  let api: TestApi;
  let product: Awaited<ReturnType<typeof sell>>;
  beforeAll(async () => {
    const shop = await openShop('embedded');
    api = shop.api;
    const images: Record<string, string> = { ...ELSEWHERE, inside: 'https://localhost/secret' };
    for (const [what, [, answer]] of Object.entries(WRONG)) {
      const path = `/links/${what.replaceAll(/\W/g, '-')}`;
      shop.host.answers[path] = (_from, to) => void answer(to);
      images[what] = FILES + path;
    }
    product = await sell(api, images);
  }, 60_000);
  afterAll(() => api?.stop());

  const get = (path: string | null) => fetch(api.url + path);

  it.each(Object.entries(WRONG))('is not shown when it is %s', async (what, [expected]) => {
    const { status, headers } = await get(product(what).imageUrl);
    expect(status).toBe(expected);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it.each(Object.keys(ELSEWHERE))('has no address when it is %s', (what) => {
    expect(product(what).imageUrl).toBeNull();
  });

  it('is not asked for on this machine, whatever name leads there', async () => {
    expect((await get(product('inside').imageUrl)).status).toBe(404);
    const lookup = promisify(publicLookup);
    await expect(lookup('localhost', {})).rejects.toBeInstanceOf(PrivateAddressError);
  });

  it.each([
    '0'.repeat(32),
    'mug',
    'https%3A%2F%2Ffiles.stripe.com%2Flinks%2Fmug',
    '%00',
    '..%2F..',
  ])('is not found by a key that the shop did not give: %s', async (key) => {
    const answer = await get(`/api/pictures/${key}`);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('an address', () => {
  it.each([
    ['93.184.215.14', true],
    ['2606:4700::6810:84e5', true],
    ['127.0.0.1', false],
    ['10.1.2.3', false],
    ['169.254.169.254', false],
    ['172.31.255.255', false],
    ['192.168.0.1', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['255.255.255.255', false],
    ['::1', false],
    ['::', false],
    ['::ffff:127.0.0.1', false],
    ['::ffff:7f00:1', false],
    ['64:ff9b::7f00:1', false],
    ['2002:7f00:1::', false],
    ['fd00::1', false],
    ['fe80::1', false],
    ['ff02::1', false],
    ['localhost', false],
    ['', false],
  ])('%s is of the public internet: %s', (address, isPublic) => {
    expect(isPublicAddress(address)).toBe(isPublic);
  });
});

describe('the type of a picture', () => {
  it.each([
    ['89504e470d0a1a0a0000', 'image/png'],
    ['ffd8ffe000104a46', 'image/jpeg'],
    ['474946383961', 'image/gif'],
    ['52494646240000005745425056503820', 'image/webp'],
    ['0000001c667479706176696600000000', 'image/avif'],
    ['0000001c667479706d70343200000000', undefined],
    ['3c737667', undefined],
    ['', undefined],
  ])('of %s is %s', (hex, type) => {
    expect(sniffPicture(Buffer.from(hex, 'hex'))).toBe(type);
  });
});
