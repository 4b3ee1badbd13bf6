import { afterEach, describe, expect, it } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, render, screen, within } from '@testing-library/react';
import { examples } from '@shop/contract/examples';
import { EventPage } from './event-page';

// A test waits for an event. How long a busy machine takes to get there is not what it tests.
configure({ asyncUtilTimeout: 10_000 });

const event = examples['staff-event'];

describe('the page of an event', () => {
  afterEach(cleanup);

  it.each([
    ['waits to be handled', { handledAt: null, outcome: null }, 'not known yet'],
    ['was handled', { outcome: 'synced' }, 'not known'],
    ['is of another system', { outcome: 'not_ours' }, 'none that is known here'],
    ['moves no order', { subjectId: null, outcome: null }, 'none that is known here'],
  ])('says of one that %s and shows no order what is known of that', async (...row) => {
    const [, changes, said] = row;
    window.fetch = () => Promise.resolve(Response.json({ ...event, orders: [], ...changes }));
    render(
      <QueryClientProvider client={new QueryClient()}>
        <EventPage id={event.id} canAct />
      </QueryClientProvider>,
    );
    const about = within(await screen.findByRole('region', { name: 'What it is about' }));
    expect(about.getByText('order').nextSibling?.textContent).toBe(said);
  });
});
