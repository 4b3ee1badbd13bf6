import type { Problem, StaffPerson } from '@shop/contract';
import { PeopleService } from '../src/staff/people/people.service';
import { Shopper } from './shopper';
import type { Answer } from './shopper';
import type { TestApi } from './start-test-api';

const CONSOLE_URL = 'http://localhost:4300';

/** The browser of a person of the staff, on the console's pages. */
export class StaffBrowser extends Shopper {
  /** Adds the person and signs in. */
  static async open(
    api: TestApi,
    name: string,
    role: 'viewer' | 'operator',
  ): Promise<StaffBrowser> {
    await api.app.get(PeopleService, { strict: false }).add(name, role);
    const browser = new StaffBrowser(api);
    const { status } = await browser.signIn(await StaffBrowser.link(api, name));
    if (status !== 200) throw new Error(`Not signed in: ${status}.`);
    return browser;
  }

  /** @returns the token of a new sign-in link */
  static async link(api: TestApi, name: string): Promise<string> {
    const link = await api.app.get(PeopleService, { strict: false }).link(name);
    return link?.url.split('#t=')[1] ?? '';
  }

  signIn(
    token: string,
    headers: Record<string, string> = {},
  ): Promise<Answer<StaffPerson & Problem>> {
    return this.act('/api/staff/session', { token }, headers);
  }

  get<T>(path: string, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.request('GET', path, { headers: { 'sec-fetch-site': 'same-origin', ...headers } });
  }

  act<T = Problem>(
    path: string,
    body: object,
    headers: Record<string, string> = {},
    method = 'POST',
  ): Promise<Answer<T>> {
    return this.request(method, path, {
      body: JSON.stringify(body),
      headers: {
        'content-type': 'application/json',
        origin: CONSOLE_URL,
        'sec-fetch-site': 'same-origin',
        ...headers,
      },
    });
  }
}
