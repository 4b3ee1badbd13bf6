import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, configure, fireEvent, render, screen } from '@testing-library/react';
import { examples } from '@shop/contract/examples';
import { createQueryClient } from './api/query-client';
import { App } from './app';

// A test waits for an event. How long a busy machine takes to get there is not what it tests.
configure({ asyncUtilTimeout: 10_000 });

const PERSON = examples['staff-person'];
const ORDER = examples['staff-order'];

type Answer = (method: string, body: unknown, path: string) => Promise<Response>;

/** Opens an address of the console. @param answer what the API answers */
function open(address: string, answer: Answer) {
  window.history.replaceState(null, '', address);
  window.fetch = (path, { method = '', body } = {}) =>
    answer(
      method,
      typeof body === 'string' ? JSON.parse(body) : undefined,
      typeof path === 'string' ? path : '',
    );
  const client = createQueryClient();
  render(
    <QueryClientProvider client={client}>
      <App />
    </QueryClientProvider>,
  );
  return client;
}
type Refusal = 'sign-in-not-valid' | 'api-key-invalid' | 'rate-limited';
const answerWith = (name: `problem-${Refusal}`) =>
  Promise.resolve(Response.json(examples[name], { status: examples[name].status }));
const answerOk = (body: object) => Promise.resolve(Response.json(body));

/** Opens a link to the page that is open already: only the part behind the # changes. */
const follow = (hash: string) =>
  act(() => {
    window.location.hash = hash;
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  });
const signInButton = () => screen.queryByRole('button', { name: 'Sign in to the console' });

describe('signing in', () => {
  afterEach(cleanup);

  it('takes the token of each link that is opened, and out of the address', async () => {
    const sent: unknown[] = [];
    open('/sign-in#t=used', (_method, body) => {
      sent.push(body);
      return answerWith('problem-sign-in-not-valid');
    });
    expect(window.location.href).toMatch(/\/sign-in$/);
    fireEvent.click(signInButton()!);
    await screen.findByRole('alert');
    expect(signInButton()).toBeNull();
    follow('#t=fresh');
    expect(window.location.href).toMatch(/\/sign-in$/);
    expect(screen.queryByRole('alert')).toBeNull();
    fireEvent.click(signInButton()!);
    await screen.findByRole('alert');
    expect(sent).toEqual([{ token: 'used' }, { token: 'fresh' }]);
  });

  it('goes on from a link that is no sign-in link', async () => {
    open('/orders', () => answerWith('problem-api-key-invalid'));
    await screen.findByText(/To get a sign-in link/);
    follow('#content');
    expect(signInButton()).toBeNull();
    follow('#t=fresh');
    expect(signInButton()).not.toBeNull();
  });
});

describe('signing out', () => {
  afterEach(cleanup);

  it('says at the top of the page that it has failed', async () => {
    open('/settings', (method) =>
      method === 'GET' ? answerOk(PERSON) : Promise.reject(new TypeError('no connection')),
    );
    fireEvent.click(await screen.findByRole('button', { name: 'Sign out' }));
    const said = (await screen.findByRole('alert')).textContent;
    expect(said).toContain('The shop did not answer: it may have been done.');
    expect(said).not.toContain('asked again');
  });
});

describe('a session that has ended', () => {
  // React and the bodies of answers go on by what is not faked.
  beforeEach(
    () => void jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] }),
  );
  afterEach(() => {
    cleanup();
    jest.useRealTimers();
  });

  /** Lets time pass for the page, which asks every five seconds. */
  async function pass(seconds: number) {
    for (let second = 0; second < seconds; second += 1)
      await act(() => jest.advanceTimersByTimeAsync(1000));
  }
  const title = () => screen.getByRole('heading', { level: 1 }).textContent;
  const isSession = (path: string) => path.endsWith('/session');

  it('shows how to sign in and asks no more, whatever the API would answer', async () => {
    let asked = 0;
    open('/settings', () => {
      asked += 1;
      if (asked === 1) return answerOk(PERSON);
      return answerWith(asked === 2 ? 'problem-api-key-invalid' : 'problem-rate-limited');
    });
    await pass(1);
    expect(title()).toBe('Settings');
    await pass(6);
    expect(title()).toBe('Sign in');
    await pass(30);
    // The person comes back to the tab.
    act(() => void window.dispatchEvent(new Event('visibilitychange')));
    await pass(1);
    expect(title()).toBe('Sign in');
    expect(asked).toBe(2);
  });

  it('is asked for once where nobody is signed in as the page opens', async () => {
    let asked = 0;
    open('/', () => {
      asked += 1;
      return answerWith(asked === 1 ? 'problem-api-key-invalid' : 'problem-rate-limited');
    });
    await pass(12);
    expect(title()).toBe('Sign in');
    expect(asked).toBe(1);
  });

  it('is learnt from whatever is refused first, and leaves nothing of what was shown', async () => {
    let hasEnded = false;
    let answerLate: (answer: Response) => void = () => {};
    const client = open(`/orders/${ORDER.number}`, (_method, _body, path) => {
      if (!hasEnded) return answerOk(isSession(path) ? PERSON : ORDER);
      if (!isSession(path)) return answerWith('problem-api-key-invalid');
      return new Promise((resolve) => {
        answerLate = resolve;
      });
    });
    await pass(1);
    expect(screen.queryByText(ORDER.name)).not.toBeNull();
    hasEnded = true;
    await pass(6);
    expect(title()).toBe('Sign in');
    // It was on its way before the end.
    answerLate(Response.json(PERSON));
    await pass(12);
    expect(title()).toBe('Sign in');
    const kept = client.getQueryCache().getAll();
    expect(kept.map(({ queryKey }) => queryKey)).toEqual([['session']]);
  });

  it('is learnt from an action that is refused', async () => {
    open('/settings', (method) =>
      method === 'GET' ? answerOk(PERSON) : answerWith('problem-api-key-invalid'),
    );
    await pass(1);
    fireEvent.click(screen.getByRole('button', { name: 'Sign out' }));
    await pass(1);
    expect(title()).toBe('Sign in');
  });

  it('is followed by the next one, which is asked about again', async () => {
    let isIn = false;
    let asked = 0;
    open('/settings', (method, _body, path) => {
      if (!isSession(path)) return answerWith('problem-rate-limited');
      if (method === 'POST') isIn = true;
      else asked += 1;
      return isIn ? answerOk(PERSON) : answerWith('problem-api-key-invalid');
    });
    await pass(12);
    expect(asked).toBe(1);
    follow('#t=fresh');
    fireEvent.click(signInButton()!);
    await pass(12);
    expect(title()).toBe('Overview');
    expect(asked).toBeGreaterThan(2);
  });
});
