import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, fireEvent, render, screen, within } from '@testing-library/react';
import { examples } from '@shop/contract/examples';
import { createQueryClient } from '../api/query-client';
import { App } from '../app';
import { answerFromExamples } from '../dev/answer-from-examples';

// A test waits for an event. How long a busy machine takes to get there is not what it tests.
configure({ asyncUtilTimeout: 10_000 });

const RESTORED = 'T6QV-3ZKM';
const sent: [path: unknown, body: unknown][] = [];
answerFromExamples();
const answer = window.fetch;
window.fetch = (input, init) => {
  const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
  if (init?.method === 'POST') sent.push([input, body]);
  return answer(input, init);
};

/** Opens an address of the console, as `npm run dev:console` answers it. */
function open(address: string) {
  window.history.replaceState(null, '', address);
  render(
    <QueryClientProvider client={createQueryClient()}>
      <App />
    </QueryClientProvider>,
  );
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('an order of a restored database', () => {
  beforeEach(() => void (sent.length = 0));
  afterEach(cleanup);

  it('is reached from the overview, where a person says whether it was told', async () => {
    open('/');
    const need = await screen.findByText(/^An order of a restored database waits/);
    const card = within(need.closest('li') as HTMLElement);
    fireEvent.click(card.getByRole('link', { name: 'Show these orders' }));
    fireEvent.click(await screen.findByRole('link', { name: RESTORED }));
    await screen.findByRole('button', { name: 'Tell what waits' });
    expect(screen.queryByRole('button', { name: 'Say that it was told' })).not.toBeNull();
  });

  it.each([
    ['Tell what waits', 'tell', /is told now, .* still true: shipment mail\. Whoever was told/],
    ['Say that it was told', 'told', /is not sent to anybody: shipment mail\. It cannot be taken/],
  ])('says what follows from "%s", and does it with a reason', async (words, path, warning) => {
    open(`/orders/${RESTORED}`);
    await screen.findByRole('button', { name: words });
    press(words);
    fireEvent.change(screen.getByLabelText('Why?'), { target: { value: 'the list says so' } });
    press('Do it');
    expect(screen.getByRole('alert').textContent).toMatch(warning);
    expect(sent).toEqual([]);
    press(`Yes: ${words.toLowerCase()}`);
    await screen.findByText(examples['staff-action'].words);
    expect(sent).toEqual([
      [`/api/staff/orders/${RESTORED}/${path}`, { reason: 'the list says so' }],
    ]);
  });

  it('is the only one that waits for such a word', async () => {
    open('/orders/R7K3-M9QX');
    await screen.findByRole('button', { name: 'Read it again from Stripe' });
    expect(screen.queryByRole('button', { name: 'Tell what waits' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Say that it was told' })).toBeNull();
  });
});
