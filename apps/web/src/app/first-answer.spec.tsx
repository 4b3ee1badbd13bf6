import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { answer, apiServer, on } from '../../testing/api-server';
import { ADDRESS, answerOrders, heading } from '../../testing/orders';
import { openShop, storeCart } from '../../testing/render-shop';
import { createQueryClient } from '../api-client/query-client';
import { readFirstAnswer } from './first-answer';

const ORDER = 'http://localhost/api/orders/confirmation?session_id=cs_test_a1b2c3';
const THANKS = 'Thanks for your order, Jenny Rosen!';

/** As main.tsx does: reads, then draws. */
async function openWith(url: string, response: Promise<Response>, address: string) {
  const queryClient = createQueryClient();
  window.earlyAnswer = { url, response };
  await readFirstAnswer(queryClient);
  return openShop(address, queryClient);
}

describe('the first page', () => {
  it('of an order is drawn with the answer that came before the code', async () => {
    const asked = answerOrders('problem-internal-error');
    await openWith(ORDER, Promise.resolve(answer('confirmation-confirmed-full')), ADDRESS);
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(THANKS);
    expect(asked.times).toBe(0);
  });

  it.each([
    ['/', '350 ml'],
    ['/cart', 'Subtotal (1 item)'],
  ])('at %s is drawn with the products', async (address, text) => {
    apiServer.use(on.products(() => answer('problem-internal-error')));
    storeCart({ priceId: 'price_Example1', quantity: 1 });
    await openWith('http://localhost/api/products', Promise.resolve(answer('products')), address);
    expect(screen.getByText(text, { exact: false })).toBeVisible();
    expect(screen.getAllByText('$24.00')[0]).toBeVisible();
  });

  it('is drawn without an answer that is late, and with it once it is there', async () => {
    const asked = answerOrders('problem-internal-error');
    let come = (_late: Response) => {};
    await openWith(ORDER, new Promise((resolve) => (come = resolve)), ADDRESS);
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Looking up your order…');
    come(answer('confirmation-confirmed-full'));
    expect(await heading(THANKS)).toBeVisible();
    expect(asked.times).toBe(0);
  });

  it.each(['problem-order-not-found', 'problem-stripe-unavailable'] as const)(
    'takes a refusal as its first answer: %s',
    async (refusal) => {
      const asked = answerOrders('confirmation-confirmed-full');
      await openWith(ORDER, Promise.resolve(answer(refusal)), ADDRESS);
      expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Looking up your order…');
      expect(asked.times).toBe(0);
      // The next poll.
      expect(await heading(THANKS)).toBeVisible();
      expect(asked.times).toBe(1);
    },
  );

  it('asks itself when the early request did not reach the API', async () => {
    const asked = answerOrders('confirmation-confirmed-full');
    await openWith(ORDER, Promise.reject(new TypeError('Failed to fetch')), ADDRESS);
    expect(await heading(THANKS)).toBeVisible();
    expect(asked.times).toBe(1);
  });
});
