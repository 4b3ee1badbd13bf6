import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen } from '@testing-library/react';
import { App } from '../app';
import { answerFromExamples } from '../dev/answer-from-examples';
import { createQueryClient } from './query-client';

answerFromExamples();
const answer = window.fetch;

describe('the console', () => {
  // React and the bodies of answers go on by what is not faked.
  beforeEach(
    () => void jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] }),
  );
  afterEach(() => {
    cleanup();
    jest.useRealTimers();
    window.fetch = answer;
  });

  /** Lets time pass for the page, which asks every five seconds. */
  async function pass(seconds: number) {
    for (let second = 0; second < seconds; second += 1)
      await act(() => jest.advanceTimersByTimeAsync(1000));
  }
  const fire = (name: 'offline' | 'online') =>
    act(() => {
      window.dispatchEvent(new Event(name));
    });

  it('says that it gets no answer while the browser is offline, until it is online again', async () => {
    window.history.replaceState(null, '', '/');
    render(
      <QueryClientProvider client={createQueryClient()}>
        <App />
      </QueryClientProvider>,
    );
    await pass(3);
    expect(screen.queryByRole('heading', { name: 'What needs you' })).not.toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
    window.fetch = () => Promise.reject(new TypeError('no connection'));
    fire('offline');
    await pass(30);
    const [said] = screen.getAllByRole('alert');
    expect(said?.textContent).toBe('The shop does not answer. It is asked again.');
    window.fetch = answer;
    fire('online');
    await pass(20);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
