import { afterEach, describe, expect, it } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { examples } from '@shop/contract/examples';
import { OrderPage } from './order-page';

// A test waits for an event. How long a busy machine takes to get there is not what it tests.
configure({ asyncUtilTimeout: 10_000 });

const order = { ...examples['staff-order'], reviewOpen: true };
const FAULT = { words: 'What no document describes.', next: 'Decide.' };
const asked: [method: string | undefined, path: unknown, body: unknown][] = [];

/** Idempotency keys that were sent. */
const keys: string[] = [];

/** What actions are answered before they are done; undefined: nothing comes back. */
const refusals: (Response | undefined)[] = [];

/** Shows the page as the API answers it. @param then how it answers once something was done */
function open(canAct: boolean, shown: object = order, then: object | 'silence' = shown) {
  asked.length = 0;
  keys.length = 0;
  refusals.length = 0;
  window.fetch = (input, init) => {
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    asked.push([init?.method, input, body]);
    const key = new Headers(init?.headers).get('idempotency-key');
    if (key) keys.push(key);
    if (init?.method === 'GET') {
      const now = acts().length === 0 ? shown : then;
      if (now === 'silence') return new Promise<Response>(() => {});
      return Promise.resolve(Response.json(now));
    }
    if (refusals.length === 0) return Promise.resolve(Response.json(examples['staff-action']));
    const refusal = refusals.shift();
    return refusal ? Promise.resolve(refusal) : Promise.reject(new TypeError('no connection'));
  };
  render(
    <QueryClientProvider client={new QueryClient()}>
      <OrderPage number={order.number} canAct={canAct} />
    </QueryClientProvider>,
  );
  return screen.findByRole('heading', { name: 'What has happened' });
}

/** What is said of an action where nobody knows whether it was done. */
const MAYBE = /^The shop .*answer.*: it may have been done\./;
const gatewayTimeout = () => new Response('<h1>504</h1>', { status: 504 });

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

  it('has an order decided whose session is in no documented state, and no other without a review', async () => {
    const undecided = { ...examples['staff-order'], wrong: [{ ...FAULT, code: 'state_unknown' }] };
    await open(true, undecided);
    press('Accept as paid');
    fireEvent.change(screen.getByLabelText('Why?'), { target: { value: 'the bank said so' } });
    press('Do it');
    press('Yes: accept as paid');
    await screen.findByText(examples['staff-action'].words);
    expect(acts()).toHaveLength(1);
    cleanup();
    await open(true, examples['staff-order']);
    expect(screen.queryByRole('button', { name: 'Accept as paid' })).toBeNull();
  });

  it('cancels an order whose payment is awaited, and none whose bank has begun', async () => {
    const ofState = (sessionState: string) => ({
      ...order,
      status: 'processing',
      shop: { ...order.shop, goodsDue: false },
      stripe: { ...order.stripe, sessionState },
    });
    await open(true, ofState('awaiting_bank_transfer'));
    press('Cancel the order');
    fireEvent.change(screen.getByLabelText('Why?'), { target: { value: 'nobody has paid' } });
    press('Do it');
    expect(screen.getByRole('alert').textContent).toContain('cancelled at Stripe first');
    cleanup();
    await open(true, ofState('processing'));
    expect(screen.queryByRole('button', { name: 'Cancel the order' })).toBeNull();
  });

  it('refunds a part under a key of its own, and asks about what was typed', async () => {
    await open(true);
    const type = (label: string, value: string) =>
      fireEvent.change(screen.getByLabelText(label), { target: { value } });
    press('Refund');
    type('How much?', '4,000');
    type('Why?', 'one was chipped');
    press('Do it');
    expect(screen.getByRole('alert').textContent).toContain('Write an amount such as 12.50');
    type('How much?', '4.00');
    press('Do it');
    expect(screen.getByRole('alert').textContent).toContain('$4.00 go back to the shopper');
    // Whoever has been asked about $4.00 has not agreed to $40.00.
    type('How much?', '40');
    press('Do it');
    expect(screen.getByRole('alert').textContent).toContain('$40.00 go back to the shopper');
    expect(acts()).toEqual([]);
    press('Yes: refund');
    await screen.findByText(examples['staff-action'].words);
    expect(acts()).toEqual([
      [
        'POST',
        `/api/staff/orders/${order.number}/refund`,
        { amountMinor: 4000, reason: 'one was chipped' },
      ],
    ]);
    expect(keys).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
  });

  const refund = (amount: string) => {
    fireEvent.change(screen.getByLabelText('How much?'), { target: { value: amount } });
    fireEvent.change(screen.getByLabelText('Why?'), { target: { value: 'one was chipped' } });
    // What was agreed to already is not asked again.
    if (screen.queryByRole('button', { name: 'Do it' })) press('Do it');
    press('Yes: refund');
  };
  const problem = (name: 'action-not-possible' | 'stripe-unavailable') => {
    const body = examples[`problem-${name}`];
    return Response.json(body, { status: body.status });
  };

  const impossible = () => problem('action-not-possible');
  const failing = () => problem('stripe-unavailable');
  const silence = () => undefined;
  it.each([
    ['a refused amount is corrected', impossible, /cannot be done/, '4.00', 2],
    ['the same amount is refused and tried again', impossible, /cannot be done/, '9.00', 2],
    ['another amount follows one without an answer', silence, MAYBE, '4.00', 2],
    ['the same amount follows one without an answer', silence, MAYBE, '9.00', 1],
    ['the same amount follows a failure', failing, /^Stripe does not answer/, '9.00', 1],
    ['the same amount follows an answer of a proxy', gatewayTimeout, MAYBE, '9.00', 1],
    ['the same amount follows half an answer', () => new Response('{"wor'), MAYBE, '9.00', 1],
  ])('when %s, it is the same refund only where it may have been made', async (...row) => {
    const [, refusal, said, second, different] = row;
    await open(true);
    press('Refund');
    refusals.push(refusal());
    refund('9.00');
    expect((await screen.findByText(said)).textContent).not.toContain('asked again');
    refund(second);
    await screen.findByText(examples['staff-action'].words);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(different);
  });

  const due = { ...order, shop: { ...order.shop, goodsDue: true, shipments: [] } };
  const notDue = { ...due, shop: { ...due.shop, goodsDue: false } };
  const cancelButton = () => screen.queryByRole('button', { name: 'Cancel the order' });
  /** By keyboard: the button that is pressed has the focus. */
  const cancel = () => {
    press('Cancel the order');
    fireEvent.change(screen.getByLabelText('Why?'), { target: { value: 'ordered twice' } });
    press('Do it');
    screen.getByRole('button', { name: 'Yes: cancel the order' }).focus();
    press('Yes: cancel the order');
  };

  it('says what was done after its button has gone, keeps the focus, until the next thing', async () => {
    await open(true, due, notDue);
    cancel();
    await waitFor(() => expect(cancelButton()).toBeNull());
    const { words } = examples['staff-action'];
    expect(document.activeElement?.textContent).toBe(words);
    press('Refund');
    expect(screen.queryByText(words)).toBeNull();
  });

  it('says why it was not done after its button has gone, and keeps the focus', async () => {
    await open(true, due, notDue);
    refusals.push(problem('action-not-possible'));
    cancel();
    await waitFor(() => expect(cancelButton()).toBeNull());
    const { title } = examples['problem-action-not-possible'];
    expect(screen.getByRole('alert').textContent).toContain(title);
    expect(document.activeElement?.textContent).toContain(title);
  });

  it('says at once what was done or was not, while the order is not read again', async () => {
    await open(true, due, 'silence');
    cancel();
    await screen.findByText(examples['staff-action'].words);
    expect(document.activeElement).toBe(cancelButton());
    refusals.push(undefined);
    cancel();
    await screen.findByText(MAYBE);
    const again = screen.getByRole('button', { name: 'Yes: cancel the order' });
    await waitFor(() => expect(again.getAttribute('aria-disabled')).toBe('false'));
  });

  it('has an event of Stripe handled again', async () => {
    await open(true);
    press('Handle it again');
    fireEvent.change(screen.getByLabelText('Why?'), { target: { value: 'an old version' } });
    press('Do it');
    await screen.findByText(examples['staff-action'].words);
    expect(acts()).toEqual([
      [
        'POST',
        '/api/staff/events/evt_1Qx0000000000000000000ab/replay',
        { reason: 'an old version' },
      ],
    ]);
  });

  it('has each step that was refused sent again, whomever it was to tell', async () => {
    const told = order.told.map((step) => ({ ...step, outcome: 'undeliverable' }));
    await open(true, { ...order, told });
    const buttons = screen.getAllByRole('button', { name: 'Send again' });
    expect(buttons).toHaveLength(told.length);
    fireEvent.click(buttons.at(-1) as HTMLElement);
    fireEvent.change(screen.getByLabelText('Why?'), { target: { value: 'the list is mended' } });
    press('Do it');
    await screen.findByText(examples['staff-action'].words);
    expect(acts()).toEqual([
      [
        'POST',
        `/api/staff/orders/${order.number}/resend`,
        { step: 'paid_staff', reason: 'the list is mended' },
      ],
    ]);
  });

  it('has no action for a viewer, and says that names are not for them', async () => {
    await open(false, { ...order, name: null, email: null, phone: null, address: null });
    expect(screen.queryAllByRole('button')).toEqual([]);
    expect(screen.getAllByText('not for viewers')).toHaveLength(2);
  });
});
