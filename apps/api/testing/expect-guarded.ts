import { expect } from '@jest/globals';
import { StaffBrowser } from './staff-browser';
import type { TestApi } from './start-test-api';

/** A list of staff is for whoever is signed in, on the console's pages, and takes no query that it does not know. */
export async function expectGuarded(
  api: TestApi,
  signedIn: StaffBrowser,
  path: string,
  wrong: string[],
): Promise<void> {
  expect((await new StaffBrowser(api).get(path)).status).toBe(401);
  const elsewhere = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
  expect(await signedIn.get(path, elsewhere)).toMatchObject({
    status: 403,
    body: { code: 'ORIGIN_NOT_ALLOWED' },
  });
  for (const query of [...wrong, 'after=1', 'after=x', 'after=', 'more=1'])
    expect([query, (await signedIn.get(`${path}?${query}`)).status]).toEqual([query, 400]);
}
