import type { Scene } from '@shop/shop-harness/bad-inputs/bad-input';
import { corpusOf } from '@shop/shop-harness/bad-inputs/corpus';
import { inParallel } from '@shop/shop-harness/in-parallel';
import { HttpClient } from '@shop/shop-harness/network/http-client';
import { sendRaw } from '@shop/shop-harness/network/raw-request';
import type { RawAnswer, RawRequest } from '@shop/shop-harness/network/raw-request';
import { seededRandom } from '@shop/shop-harness/random';
import { placeOrders, pricesOf } from '@shop/shop-harness/shop/orders';
import { Shop } from '@shop/shop-harness/shop/shop';
import { eventAbout } from '@shop/shop-harness/shop/stripe-event';
import { mutatedRequests } from '../bad-inputs/mutations';
import { defineDrill } from '../drill';

const AT_ONCE = 16;
const SEED = 20_261_124;

/**
 * Every known bad input, each with the one status it must get, then good requests to every endpoint in which one to
 * three things were changed, by a seed. Whatever is refused is told as a problem document and repeats nothing of it.
 */
export const badInputs = defineDrill({
  name: 'bad-inputs',
  promise: 18,
  says: 'any input gets a 4xx, never a crash',
  databases: ['embedded', 'postgres'],
  sizes: { full: { mutations: 10_000 }, short: { mutations: 300 } },
  async run({ database, say }, { mutations }) {
    await using shop = await Shop.open(database);
    const api = await shop.start();
    let exits = 0;
    void api.exited.then(() => (exits += 1));
    const scene = await sceneOf(shop);
    const corpus = corpusOf(scene);
    const failures: string[] = [];
    const statuses: Record<string, number> = {};
    let unanswered = 0;
    let badlyTold = 0;
    const send = async (request: RawRequest): Promise<number> => {
      const answer = await sendRaw(shop.url, fromAnybody(request));
      const status = answer?.status ?? 0;
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (!answer) unanswered += 1;
      else if (!isWellTold(answer, request)) badlyTold += 1;
      if (!answer || status >= 500 || !isWellTold(answer, request)) {
        failures.push(
          `${status} ${request.method} ${request.target.slice(0, 80)} ${answer?.body.slice(0, 80) ?? ''}`,
        );
      }
      return status;
    };
    const got = await inParallel(corpus, AT_ONCE, ({ request }) =>
      send(typeof request === 'function' ? request() : request),
    );
    const wrong = corpus.filter(({ status }, index) => got[index] !== status);
    wrong.forEach((input) =>
      say(`${input.what}: ${got[corpus.indexOf(input)]}, not ${input.status}`),
    );
    say(`${corpus.length} known inputs, then ${mutations} mutations of seed ${SEED}`);

    await inParallel([...mutatedRequests(scene, seededRandom(SEED), mutations)], AT_ONCE, send);
    failures.slice(0, 20).forEach((failure) => say(failure));
    const alive = await sendRaw(shop.url, aliveRequest);
    const exitsMeanwhile = exits;
    return {
      target: {
        known: corpus.length,
        wronglyAnswered: 0,
        mutations,
        serverErrors: 0,
        unanswered: 0,
        badlyTold: 0,
        exits: 0,
        alive: 200,
      },
      measured: {
        known: got.length,
        wronglyAnswered: wrong.length,
        mutations: Object.values(statuses).reduce((sum, count) => sum + count, 0) - got.length,
        serverErrors: Object.entries(statuses)
          .filter(([status]) => Number(status) >= 500)
          .reduce((sum, [, count]) => sum + count, 0),
        unanswered,
        badlyTold,
        exits: exitsMeanwhile,
        alive: alive?.status ?? 0,
        statuses,
      },
    };
  },
});

const aliveRequest: RawRequest = {
  method: 'GET',
  target: '/api/health/ready',
  headers: [],
  body: Buffer.alloc(0),
};

async function sceneOf(shop: Shop): Promise<Scene> {
  const client = new HttpClient(1);
  const [priceId = ''] = await pricesOf(client, shop.url);
  client.close();
  const [order] = await placeOrders(shop, 1);
  const stripeSessionId = order?.stripeSessionId ?? '';
  const session = await shop.sandbox.session(stripeSessionId);
  const eventBody = () => eventAbout(session, 'checkout.session.completed').body;
  return { priceId, stripeSessionId, eventBody };
}

let sender = 0;

/** Each from an address of its own, so that it is the input that is refused and not the visitor. */
function fromAnybody(request: RawRequest): RawRequest {
  if (request.headers.some(([name]) => name === 'X-Forwarded-For')) return request;
  sender += 1;
  const address = `10.${[sender >> 16, sender >> 8, sender].map((n) => n & 255).join('.')}`;
  return { ...request, headers: [...request.headers, ['X-Forwarded-For', address]] };
}

/** A refusal is a problem document with a code, except where there is no body, and never an echo. */
function isWellTold({ status, head, body }: RawAnswer, { method }: RawRequest): boolean {
  if (body.includes('<script') || /set-cookie: *x=1/i.test(head)) return false;
  if (status < 400 || method === 'HEAD' || status === 417) return true;
  return /content-type: application\/problem\+json/i.test(head) && /"code":"[A-Z_]+"/.test(body);
}
