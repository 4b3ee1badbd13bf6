import type { BrowserContext } from '@playwright/test';

const GREETING = 'Thanks for your order, Jenny Rosen!';
const SUCCESS_PATH = '/order/success';

/** How long a shopper waited for the greeting. */
export interface Waited {
  /** From the moment the browser follows Stripe's redirect. */
  fromRedirectMs: number;
  /** From the click on Pay: the payment and Stripe's wait for the webhook are in it. */
  fromClickMs: number;
}

declare global {
  interface Window {
    tellClock: (what: 'click' | 'greeting', at: number) => void;
  }
}

/**
 * Measures with the clocks of the pages, so that the times contain no command to the browser and no polling.
 * @returns a function that waits for the greeting and resolves to the times
 */
export async function greetingClock(context: BrowserContext): Promise<() => Promise<Waited>> {
  const told: Partial<Record<'click' | 'greeting', number>> = {};
  let onGreeting: () => void = () => undefined;
  const greeted = new Promise<void>((resolve) => (onGreeting = resolve));
  await context.exposeBinding('tellClock', (_source, what: 'click' | 'greeting', at: number) => {
    told[what] = at;
    if (what === 'greeting') onGreeting();
  });
  await context.addInitScript(watchPage, { greeting: GREETING, successPath: SUCCESS_PATH });
  const redirect = context.waitForEvent('request', {
    predicate: (request) =>
      request.isNavigationRequest() && new URL(request.url()).pathname === SUCCESS_PATH,
    timeout: 0,
  });
  return async () => {
    await greeted;
    const request = await redirect;
    await request.response();
    const { startTime } = request.timing();
    const { click, greeting } = told;
    if (click === undefined || greeting === undefined)
      throw new Error('The payment form was not submitted.');
    return { fromRedirectMs: greeting - startTime, fromClickMs: greeting - click };
  };
}

/** Runs in every page before the scripts of the page. */
function watchPage({ greeting, successPath }: { greeting: string; successPath: string }): void {
  const now = () => performance.timeOrigin + performance.now();
  if (location.pathname !== successPath) {
    document.addEventListener('submit', () => window.tellClock('click', now()), true);
    return;
  }
  const observer = new MutationObserver(() => {
    if (document.querySelector('h1')?.textContent.trim() !== greeting) return;
    observer.disconnect();
    // The time-out runs after the frame that shows the greeting.
    requestAnimationFrame(() => setTimeout(() => window.tellClock('greeting', now())));
  });
  observer.observe(document, { childList: true, subtree: true, characterData: true });
}
