import { afterEach, describe, expect, it } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, render, screen, within } from '@testing-library/react';
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
});
