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
 * Reads the clocks of the pages themselves: no command to the browser and no polling is in the times.
 * @returns what waits for the greeting and says how long it took
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
    if (click === undefined || greeting === undefined) throw new Error('Nobody has clicked.');
    return { fromRedirectMs: greeting - startTime, fromClickMs: greeting - click };
  };
}

/** Runs in every page before anything of its own. */
function watchPage({ greeting, successPath }: { greeting: string; successPath: string }): void {
  const now = () => performance.timeOrigin + performance.now();
  if (location.pathname !== successPath) {
    document.addEventListener('submit', () => window.tellClock('click', now()), true);
    return;
  }
  const observer = new MutationObserver(() => {
    if (document.querySelector('h1')?.textContent.trim() !== greeting) return;
    observer.disconnect();
    // In the frame that shows it, and after that frame.
    requestAnimationFrame(() => setTimeout(() => window.tellClock('greeting', now())));
  });
  observer.observe(document, { childList: true, subtree: true, characterData: true });
}
