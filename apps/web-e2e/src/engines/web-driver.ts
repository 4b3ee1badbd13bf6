import { ELEMENT_TIMEOUT_MS } from './engine';
import type { EngineBrowser } from './engine';

/** Longer than a driver needs for any command; without a limit a driver that hangs would say nothing. */
const COMMAND_TIMEOUT_MS = 60_000;
/** For what needs no work of the page. An answer that has not come by then was lost. */
const SHORT_TIMEOUT_MS = 3000;

/** The key of an element's id. Source: https://www.w3.org/TR/webdriver2/#elements */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/**
 * Opens a browser through a driver that speaks W3C WebDriver, and drives it.
 * @param driverUrl where the driver listens
 * @param capabilities what the browser must match, as WebDriver's alwaysMatch
 * @throws Error with the driver's own error code and message
 */
export async function openSession(
  driverUrl: string,
  capabilities: Record<string, unknown>,
): Promise<Omit<EngineBrowser, 'close'>> {
  const { sessionId } = (await command('POST', `${driverUrl}/session`, {
    capabilities: { alwaysMatch: { ...capabilities, timeouts: { implicit: ELEMENT_TIMEOUT_MS } } },
  })) as { sessionId: string };
  const get = (path: string, timeoutMs = COMMAND_TIMEOUT_MS) =>
    command('GET', `${driverUrl}/session/${sessionId}/${path}`, undefined, timeoutMs);
  const post = (path: string, body: object = {}) =>
    command('POST', `${driverUrl}/session/${sessionId}/${path}`, body);

  /** The path of the element; WebDriver's implicit wait waits for it. */
  const find = async (xpath: string): Promise<string> => {
    const found = await post('element', { using: 'xpath', value: xpath });
    return `element/${(found as Record<string, string>)[ELEMENT]}`;
  };
  return {
    open: async (url) => void (await post('url', { url })),
    see: async (xpath) => {
      const visible = await get(`${await find(xpath)}/displayed`);
      if (!visible) throw new Error(`${xpath} is on the page, but not visible.`);
    },
    click: async (xpath) => void (await post(`${await find(xpath)}/click`)),
    leave: async (xpath) => {
      const element = await find(xpath);
      void post(`${element}/click`).catch(() => undefined);
    },
    type: async (xpath, text) => void (await post(`${await find(xpath)}/value`, { text })),
    address: async () => (await get('url', SHORT_TIMEOUT_MS)) as string,
  };
}

async function command(
  method: string,
  url: string,
  body?: object,
  timeoutMs = COMMAND_TIMEOUT_MS,
): Promise<unknown> {
  const response = await fetch(url, {
    method,
    signal: AbortSignal.timeout(timeoutMs),
    ...(body && { body: JSON.stringify(body) }),
  }).catch((error: unknown) => {
    throw new Error(`${method} ${new URL(url).pathname} got no answer.`, { cause: error });
  });
  const { value } = (await response.json()) as { value: unknown };
  if (response.ok) return value;
  const { error, message } = value as { error: string; message: string };
  throw new Error(`${method} ${new URL(url).pathname}: ${error}: ${message}`);
}
