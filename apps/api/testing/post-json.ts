import type { Problem } from '@shop/contract';
import { Shopper } from './shopper';
import type { Answer } from './shopper';
import type { TestApi } from './start-test-api';

/** Sends JSON from a browser without a cookie. @param from its address, where the API trusts a proxy */
export function postJson<T = object>(
  api: Pick<TestApi, 'url'>,
  path: string,
  body: object,
  from?: string,
): Promise<Answer<T & Problem>> {
  return new Shopper(api).request('POST', path, {
    body: JSON.stringify(body),
    headers: {
      'content-type': 'application/json',
      ...(from !== undefined && { 'x-forwarded-for': from }),
    },
  });
}
