import { afterEach, describe, expect, it } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, configure, fireEvent, render, screen } from '@testing-library/react';
import { examples } from '@shop/contract/examples';
import { App } from './app';

// A test waits for an event. How long a busy machine takes to get there is not what it tests.
configure({ asyncUtilTimeout: 10_000 });

const PERSON = examples['staff-person'];

/** Opens an address of the console. @param answer what the API answers */
function open(address: string, answer: (method: string, body: unknown) => Promise<Response>) {
  window.history.replaceState(null, '', address);
  window.fetch = (_path, { method = '', body } = {}) =>
    answer(method, typeof body === 'string' ? JSON.parse(body) : undefined);
  render(
    <QueryClientProvider
      client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}
    >
      <App />
    </QueryClientProvider>,
  );
}
const answerWith = (name: 'problem-sign-in-not-valid' | 'problem-api-key-invalid') =>
  Promise.resolve(Response.json(examples[name], { status: examples[name].status }));

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
      method === 'GET'
        ? Promise.resolve(Response.json(PERSON))
        : Promise.reject(new TypeError('no connection')),
    );
    fireEvent.click(await screen.findByRole('button', { name: 'Sign out' }));
    expect((await screen.findByRole('alert')).textContent).toContain('The shop does not answer');
  });
});
