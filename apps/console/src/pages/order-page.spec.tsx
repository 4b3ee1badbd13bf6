import { afterEach, describe, expect, it } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, fireEvent, render, screen } from '@testing-library/react';
import { examples } from '@shop/contract/examples';
import { OrderPage } from './order-page';

// A test waits for an event. How long a busy machine takes to get there is not what it tests.
configure({ asyncUtilTimeout: 10_000 });

const order = { ...examples['staff-order'], reviewOpen: true };
const asked: [method: string | undefined, path: unknown, body: unknown][] = [];

/** Shows the page as the API answers it. */
function open(canAct: boolean, shown: object = order) {
  asked.length = 0;
  window.fetch = (input, init) => {
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    asked.push([init?.method, input, body]);
    return Promise.resolve(
      Response.json(init?.method === 'GET' ? shown : examples['staff-action']),
    );
  };
  render(
    <QueryClientProvider client={new QueryClient()}>
      <OrderPage number={order.number} canAct={canAct} />
    </QueryClientProvider>,
  );
  return screen.findByRole('heading', { name: 'What has happened' });
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const acts = () => asked.filter(([method]) => method === 'POST');

describe('the page of an order', () => {
  afterEach(cleanup);

  it('acts with a reason, and asks once more where it cannot be undone', async () => {
    await open(true);
    press('Accept as paid');
    fireEvent.change(screen.getByLabelText('Why?'), { target: { value: 'the bank said so' } });
    press('Do it');
    expect(screen.getByRole('alert').textContent).toContain('The goods become due');
    expect(acts()).toEqual([]);
    press('Yes: accept as paid');
    await screen.findByText(examples['staff-action'].words);
    expect(acts()).toEqual([
      [
        'POST',
        `/api/staff/orders/${order.number}/resolve`,
        { decision: 'paid', reason: 'the bank said so' },
      ],
    ]);
  });

  it('has no action for a viewer, and says that names are not for them', async () => {
    await open(false, { ...order, name: null, email: null, phone: null, address: null });
    expect(screen.queryAllByRole('button')).toEqual([]);
    expect(screen.getAllByText('not for viewers')).toHaveLength(2);
  });
});
