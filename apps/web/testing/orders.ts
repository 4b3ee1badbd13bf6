import type { ExampleName } from '@shop/contract/examples';
import { screen } from '@testing-library/react';
import { answer, apiServer, on } from './api-server';

export { nameOf as exampleOf } from '../src/dev/mock-api/example';

/** A confirmation page. */
export const ADDRESS = '/order/success?session_id=cs_test_a1b2c3';

/** An example that differs in some fields. */
export const changed = (name: ExampleName, change: object) => () => answer(name, {}, change);

/** Answers with these in turn, then always with the last one. Counts the requests. */
export function answerOrders(...names: (ExampleName | (() => Response))[]) {
  const asked = { times: 0 };
  apiServer.use(
    on.confirmation(() => {
      const next = names[Math.min(asked.times, names.length - 1)]!;
      asked.times += 1;
      return typeof next === 'string' ? answer(next) : next();
    }),
  );
  return asked;
}

/** The page's heading, once it is there. */
export const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });
