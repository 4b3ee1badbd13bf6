import { afterEach, jest } from '@jest/globals';

/** Hides the tab and shows it again, as a shopper does who comes back to it. */
export function comeBack() {
  for (const state of ['hidden', 'visible'] as const) {
    jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
    window.dispatchEvent(new Event('visibilitychange'));
  }
}

afterEach(() => void jest.restoreAllMocks());
