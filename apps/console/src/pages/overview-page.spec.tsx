import { afterEach, describe, expect, it } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, render, screen, within } from '@testing-library/react';
import { examples } from '@shop/contract/examples';
import { answerFromExamples } from '../dev/answer-from-examples';
import { OverviewPage } from './overview-page';

// A test waits for an event. How long a busy machine takes to get there is not what it tests.
configure({ asyncUtilTimeout: 10_000 });
answerFromExamples();

/** Shows the page as `npm run dev:console` does. */
const open = () =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <OverviewPage canAct />
    </QueryClientProvider>,
  );

describe('the overview', () => {
  afterEach(cleanup);

  it.each([
    [/^A payment is disputed/, 'Show these orders', '/orders?filter=evidence_due'],
    [/^A withdrawal of the last/, 'Show these withdrawals', '/withdrawals?filter=order_unknown'],
    [/^3 pieces of work/, 'Show the dead letters', '/dead-letters'],
  ])('leads from what needs a person, %s, to where it is', async (words, name, address) => {
    open();
    const need = await screen.findByText(words);
    const link = within(need.closest('li') as HTMLElement).getByRole('link', { name });
    expect(link.getAttribute('href')).toBe(address);
  });

  it('calls the webhook endpoint in order where it was compared, and says why it was not', async () => {
    open();
    await screen.findByText(/^in order; compared/);
    cleanup();
    const endpointDetail = 'the key may not read webhook endpoints';
    const { running, ...rest } = examples['staff-overview'];
    const fromExamples = window.fetch;
    window.fetch = (input, init) =>
      input === '/api/staff/overview'
        ? Promise.resolve(Response.json({ ...rest, running: { ...running, endpointDetail } }))
        : fromExamples(input, init);
    open();
    await screen.findByText(endpointDetail);
    expect(screen.queryByText(/^in order; compared/)).toBeNull();
    window.fetch = fromExamples;
  });
});
