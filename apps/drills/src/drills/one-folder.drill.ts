import { Shop } from '@shop/shop-harness/shop/shop';
import { StartError } from '@shop/stack';
import { defineDrill } from '../drill';

/**
 * Starts a second API on the folder of the embedded database, while the first runs and while the first is suspended
 * (SIGSTOP: it answers nothing and still locks the folder). Then the first is killed, and the next start must succeed.
 */
export const oneFolder = defineDrill({
  name: 'one-folder',
  promise: 8,
  says: 'two processes never share a folder',
  databases: ['embedded'],
  timed: true,
  sizes: { full: { rounds: 5 }, short: { rounds: 1 } },
  async run({ database, say }, size) {
    await using shop = await Shop.open(database);
    const refusals: Refusal[] = [];
    let restarts = 0;
    for (let round = 1; round <= size.rounds; round += 1) {
      const first = await shop.start();
      refusals.push(await startSecond(shop, first.pid));
      process.kill(first.pid, 'SIGSTOP');
      refusals.push(await startSecond(shop, first.pid));
      await first.kill();
      await shop.start();
      restarts += 1;
      await shop.kill();
      say(`round ${round} of ${size.rounds}`);
    }
    return {
      target: {
        started: 0,
        namedThePid: 2 * size.rounds,
        longestMs: '<= 1000',
        restarts: size.rounds,
      },
      measured: {
        started: refusals.filter(({ words }) => words === undefined).length,
        namedThePid: refusals.filter(({ namesThePid }) => namesThePid).length,
        longestMs: Math.round(Math.max(...refusals.map(({ ms }) => ms))),
        restarts,
      },
    };
  },
});

interface Refusal {
  /** The error of the second process; undefined when it started. */
  words: string | undefined;
  /** Whether the error is one line with the pid of the process that locks the folder. */
  namesThePid: boolean;
  ms: number;
}

async function startSecond(shop: Shop, holderPid: number): Promise<Refusal> {
  const start = performance.now();
  try {
    const second = await shop.start({ API_PORT: '0' });
    await second.kill();
    return { words: undefined, namesThePid: false, ms: performance.now() - start };
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    const ms = performance.now() - start;
    const words = error.message.trim();
    const namesThePid = !words.includes('\n') && new RegExp(`\\b${holderPid}\\b`).test(words);
    return { words, namesThePid, ms };
  }
}
