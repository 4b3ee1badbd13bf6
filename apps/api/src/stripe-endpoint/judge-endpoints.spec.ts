import { describe, expect, it } from '@jest/globals';
import type { ExpectedEndpoint, FoundEndpoint } from './endpoint.types';
import { judgeEndpoints } from './judge-endpoints';

const URL_OF_OURS = 'https://shop.example/api/webhooks/stripe';
const expected: ExpectedEndpoint = {
  url: URL_OF_OURS,
  events: ['checkout.session.completed', 'charge.refunded', 'refund.created'],
  apiVersion: '2026-10-28.endive',
  livemode: true,
};
const ours: FoundEndpoint = {
  id: 'we_ours',
  kind: 'webhook_endpoint',
  url: URL_OF_OURS,
  enabled: true,
  payload: 'snapshot',
  events: expected.events,
  apiVersion: expected.apiVersion,
  livemode: true,
};
const thin: FoundEndpoint = {
  ...ours,
  id: 'ed_thin',
  kind: 'event_destination',
  payload: 'thin',
  apiVersion: null,
  events: expected.events.map((type) => `v1.${type}`),
};
const foreign: FoundEndpoint = {
  ...ours,
  id: 'we_books',
  url: 'https://books.example/hooks/secret-of-theirs',
  events: ['charge.succeeded'],
  apiVersion: '2020-08-27',
};
const staging = { ...ours, id: 'we_staging', url: 'https://staging.example/api/webhooks/stripe' };

describe('judgeEndpoints', () => {
  it.each<[string, FoundEndpoint[]]>([
    ['an endpoint that gets every handled event', [ours]],
    ['one that gets all events there are', [{ ...ours, events: ['*'] }]],
    [
      'one that gets more than is handled',
      [{ ...ours, events: [...ours.events, 'price.created'] }],
    ],
    ['a URL with a slash at the end', [{ ...ours, url: `${URL_OF_OURS}/` }]],
    [
      'a URL that names the usual port',
      [{ ...ours, url: URL_OF_OURS.replace('.example', '.example:443') }],
    ],
    ['the default version of the account, which has no name', [{ ...ours, apiVersion: null }]],
    ['thin events alone, every twin of them', [thin]],
    ['thin events by a pattern', [{ ...thin, events: ['v1.*'] }]],
    ['thin and snapshot events at once', [ours, thin]],
    [
      'two endpoints that have the handled events together',
      [
        { ...ours, events: ['checkout.session.completed'] },
        { ...thin, events: ['v1.charge.refunded', 'v1.refund.created'] },
      ],
    ],
    ['a disabled endpoint beside an enabled one', [{ ...ours, id: 'we_2', enabled: false }, ours]],
    ['endpoints of other systems and other deployments', [foreign, staging, ours]],
    ['a deployment whose address refuses our secret', [{ ...staging, answersAsOurs: false }, ours]],
    ['test endpoints of others', [{ ...staging, livemode: false }, ours]],
  ])('has nothing to say of %s', (_what, found) => {
    expect(judgeEndpoints(expected, found)).toEqual([]);
  });

  it.each<[string, FoundEndpoint[], string, RegExp]>([
    ['no endpoint at all', [], 'no_endpoint', /stripe:connect/],
    [
      'only disabled endpoints of others',
      [{ ...foreign, enabled: false }],
      'no_endpoint',
      /no event/,
    ],
    [
      'a disabled one',
      [{ ...ours, enabled: false }, foreign],
      'endpoint_disabled',
      /we_ours.*disabled/,
    ],
    [
      'only other addresses',
      [foreign, staging],
      'other_url',
      /books\.example, staging\.example only/,
    ],
    [
      'events that are missing, each by its name',
      [{ ...ours, events: ['checkout.session.completed'] }, foreign],
      'events_missing',
      /we_ours does not get charge\.refunded, refund\.created:/,
    ],
    [
      'another API version',
      [{ ...ours, apiVersion: '2020-08-27' }],
      'other_api_version',
      /2020-08-27/,
    ],
    [
      'thin events alone that lack twins',
      [{ ...thin, events: ['v1.checkout.session.completed', 'v1.charge.refunded'] }],
      'thin_types_missing',
      /lacks v1\.refund\.created:/,
    ],
    [
      'thin events that go by the names of snapshots',
      [{ ...thin, events: expected.events }],
      'thin_types_missing',
      /v1\.checkout\.session\.completed, v1\.charge\.refunded, v1\.refund\.created/,
    ],
    [
      'an endpoint of test mode with a live key',
      [{ ...ours, livemode: false }],
      'mode_mixed',
      /test mode/,
    ],
    [
      'an old domain that still answers',
      [{ ...staging, answersAsOurs: true }],
      'old_domain',
      /staging\.example/,
    ],
    [
      'an old domain beside the right endpoint',
      [{ ...staging, answersAsOurs: true }, ours],
      'old_domain',
      /disable we_staging/,
    ],
  ])('finds %s, in one sentence', (_what, found, code, words) => {
    expect(judgeEndpoints(expected, found)).toEqual([
      { code, words: expect.stringMatching(words) },
    ]);
  });

  it('names every fault when there are several', () => {
    const found = [
      { ...ours, apiVersion: '2020-08-27', events: ['charge.refunded'] },
      { ...staging, answersAsOurs: true },
    ];
    expect(judgeEndpoints(expected, found)?.map(({ code }) => code)).toEqual([
      'events_missing',
      'other_api_version',
      'old_domain',
    ]);
  });

  it.each<[string, FoundEndpoint[], string[] | undefined]>([
    ['nothing of no endpoint', [], undefined],
    ['nothing of other addresses', [foreign, staging], undefined],
    ['nothing of the right endpoint', [ours], []],
    ['that ours is disabled', [{ ...ours, enabled: false }], ['endpoint_disabled']],
    ['that an old domain answers', [{ ...staging, answersAsOurs: true }], ['old_domain']],
  ])('knows %s while event destinations cannot be read', (_what, found, codes) => {
    expect(judgeEndpoints(expected, found, false)?.map(({ code }) => code)).toEqual(codes);
  });

  it('does not repeat the paths of other systems, which may be their secrets', () => {
    const [finding] = judgeEndpoints(expected, [foreign]) ?? [];
    expect(finding?.words).toContain('books.example');
    expect(finding?.words).not.toContain('secret-of-theirs');
  });
});
