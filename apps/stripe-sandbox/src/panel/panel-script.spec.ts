/**
 * @jest-environment jest-fixed-jsdom
 */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { defaultSettings } from '../engine/settings';
import { defaultSwitches } from '../engine/switches';
import { document, showPage, type Item, type Page } from '../hosted-page/spec-browser';
import type { ControlState, SessionView } from './control-client';
import { panelPage } from './panel-page';
import { panelScript } from './panel-script';
import { readView } from './view';

/** The requests of the script, and the pages the server returns. */
interface Server {
  state: ControlState;
  pageLoads: number;
  requests: { url: string; method: string; body: unknown }[];
  refusal: { status: number; body: object } | null;
}

const session = (id: string, status: string): SessionView =>
  ({
    id,
    status,
    payment_status: status === 'complete' ? 'paid' : 'unpaid',
    amount_total: 1234,
    currency: 'usd',
    mode: 'payment',
    created: 1_800_000_000,
    metadata: {},
    payment_method_types: ['card'],
  }) as unknown as SessionView;

const REFRESH_MS = 2000;

describe('the panel’s script', () => {
  let server: Server;
  let isHidden: boolean;
  let listening: jest.SpiedFunction<Page['addEventListener']>;

  const pageNow = () => panelPage(server.state, readView(new URLSearchParams()));

  beforeEach(() => {
    jest.useFakeTimers();
    isHidden = false;
    server = {
      state: {
        sessions: [session('cs_test_1', 'open')],
        events: [],
        endpoints: [
          {
            id: 'we_1',
            kind: 'webhook_endpoint',
            enabledEvents: ['*'],
            url: 'http://shop.test/hooks',
            status: 'enabled',
            switches: defaultSwitches,
          },
        ],
        faults: {},
        settings: defaultSettings,
      },
      pageLoads: 0,
      requests: [],
      refusal: null,
    };
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden });
    Object.assign(globalThis, {
      scrollBy: () => undefined,
      fetch: (url: string, options: { method?: string; body?: string } = {}) => {
        if (options.method === undefined) {
          server.pageLoads += 1;
          return Promise.resolve({ ok: true, text: () => Promise.resolve(pageNow()) });
        }
        const body: unknown = JSON.parse(String(options.body));
        server.requests.push({ url, method: options.method, body });
        const { status, body: answer } = server.refusal ?? { status: 200, body: {} };
        return Promise.resolve({ ok: status < 400, status, json: () => Promise.resolve(answer) });
      },
    });
    listening = jest.spyOn(document, 'addEventListener');
    showPage(pageNow(), panelScript);
  });

  afterEach(() => {
    isHidden = true;
    document.dispatchEvent(new Event('visibilitychange'));
    for (const listener of listening.mock.calls) document.removeEventListener(...listener);
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  const input = (id: string) => document.getElementById(id) as Item;
  const later = (ms = REFRESH_MS) => jest.advanceTimersByTimeAsync(ms);
  const submit = async (formId: string) => {
    document.querySelector(`#${formId} button`)?.click();
    await later(0);
  };

  it('sends a form’s values as JSON of the right kinds, and says so', async () => {
    input('set-faults-latencyMs').value = '250';
    input('set-faults-status').value = '429';
    input('set-faults-stall').checked = true;
    await submit('set-faults');
    expect(server.requests).toEqual([
      {
        url: '/sandbox/api/faults',
        method: 'PUT',
        body: {
          latencyMs: 250,
          status: 429,
          reset: false,
          hang: false,
          stall: true,
          drip: false,
        },
      },
    ]);
    expect(document.getElementById('toast')?.textContent).toContain('Done: Apply faults');
  });

  it('makes inner objects of names with dots, and numbers of lists', async () => {
    await submit('cs_test_1-complete');
    expect(server.requests[0]).toEqual({
      url: '/sandbox/api/sessions/cs_test_1/complete',
      method: 'POST',
      body: {
        name: 'Jenny Rosen',
        email: 'jenny.rosen@example.com',
        card: { number: '4242 4242 4242 4242' },
      },
    });
    input('set-settings-retryScheduleMs').value = '5, 10,';
    await submit('set-settings');
    expect(server.requests[1]?.body).toMatchObject({ retryScheduleMs: [5, 10] });
  });

  it('says why something was refused', async () => {
    server.refusal = {
      status: 402,
      body: { error: { message: 'Your <b>card</b> was declined.' } },
    };
    await submit('cs_test_1-complete');
    const toast = document.getElementById('toast');
    expect(toast?.textContent).toContain('Not done: Pay cs_test_1. Your <b>card</b> was declined.');
    expect(toast?.innerHTML).not.toContain('<b>');
  });

  it('takes over what has changed and keeps open details and half-filled forms', async () => {
    const details = input('cs_test_1-more');
    details.open = true;
    const name = input('cs_test_1-complete-name');
    name.value = 'Half';
    name.dispatchEvent(new Event('input', { bubbles: true }));
    server.state = {
      ...server.state,
      sessions: [session('cs_test_2', 'complete'), session('cs_test_1', 'open')],
      settings: { ...defaultSettings, waitForWebhook: false },
    };
    await later();
    const ids = [...document.querySelectorAll('.list > li')].map((item) => item.id);
    expect(ids).toEqual(['cs_test_2', 'cs_test_1']);
    expect(document.getElementById('cs_test_1-more')).toBe(details);
    expect(details.open).toBe(true);
    expect(input('cs_test_1-complete-name').value).toBe('Half');
    expect(input('set-settings-waitForWebhook').checked).toBe(false);
    server.state = { ...server.state, sessions: [session('cs_test_1', 'complete')] };
    await later();
    expect(document.getElementById('cs_test_2')).toBeNull();
    expect(document.getElementById('cs_test_1-complete')).toBeNull();
  });

  it('rests while its tab is hidden, and when told to', async () => {
    await later();
    expect(server.pageLoads).toBe(1);
    isHidden = true;
    document.dispatchEvent(new Event('visibilitychange'));
    await later(10 * REFRESH_MS);
    expect(server.pageLoads).toBe(1);
    isHidden = false;
    document.dispatchEvent(new Event('visibilitychange'));
    await later(0);
    expect(server.pageLoads).toBe(2);
    document.getElementById('pause')?.click();
    await later(10 * REFRESH_MS);
    expect(server.pageLoads).toBe(2);
    expect(document.getElementById('pause')?.getAttribute('aria-pressed')).toBe('true');
  });
});
