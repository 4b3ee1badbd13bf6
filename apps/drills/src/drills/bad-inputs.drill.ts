import { fromNewAddress, isProperAnswer } from '@shop/shop-harness/bad-inputs/judge-answer';
import { sceneOf } from '@shop/shop-harness/bad-inputs/scene';
import { corpusOf } from '@shop/shop-harness/bad-inputs/corpus';
import { inParallel } from '@shop/shop-harness/in-parallel';
import { sendRaw } from '@shop/shop-harness/network/raw-request';
import type { RawRequest } from '@shop/shop-harness/network/raw-request';
import { seededRandom } from '@shop/shop-harness/random';
import { Shop } from '@shop/shop-harness/shop/shop';
import { mutatedRequests } from '../bad-inputs/mutations';
import { defineDrill } from '../drill';

const AT_ONCE = 16;
const SEED = 20_261_124;

/**
 * Sends every known bad input, which must get its one status, then valid requests to every endpoint in which one to
 * three things are changed, from a seed. Every refusal must be a problem document that repeats nothing of the input.
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
      const answer = await sendRaw(shop.url, fromNewAddress(request));
      const status = answer?.status ?? 0;
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (!answer) unanswered += 1;
      else if (!isProperAnswer(answer, request)) badlyTold += 1;
      if (!answer || status >= 500 || !isProperAnswer(answer, request)) {
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
