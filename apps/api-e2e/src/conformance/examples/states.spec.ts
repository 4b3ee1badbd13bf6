import { afterAll, describe, expect, it } from '@jest/globals';
import { confirmationStates } from '@shop/contract';
import { examples } from '@shop/contract/examples';
import type { ExampleName } from '@shop/contract/examples';
import { cleanUp } from '@shop/shop-harness/cleanup-registry';
import { operationOf } from '../api-document';
import { faultsOf } from '../faults-of';
import { differences } from './differences';
import { StateShops } from './state-shops';
import { confirmationsIn } from './states';

const shops = new StateShops();
afterAll(async () => {
  await shops.close();
  await cleanUp();
});

/** The shop's tests use these examples, so they must be like the running API's answers: every state, in both views. */
describe.each(confirmationStates)('an order that is %s', (state) => {
  it('is told as in the examples', async () => {
    const answers = await confirmationsIn(state, shops);
    for (const view of ['full', 'masked'] as const) {
      const name = `confirmation-${state.replaceAll('_', '-')}-${view}` as ExampleName;
      const answer = JSON.parse(answers[view].body) as object;
      expect(answer).toMatchObject({ state, view });
      expect(faultsOf(operationOf('confirmation'), answers[view])).toEqual([]);
      expect([name, ...differences(examples[name], answer)]).toEqual([name]);
    }
  });
});
