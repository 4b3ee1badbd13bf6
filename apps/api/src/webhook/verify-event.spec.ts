import { describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { ProblemError } from '../http/errors/problem-error';
import { verifyEvent } from './verify-event';

const SECRET = 'whsec_0123456789abcdef';
const OTHER = 'whsec_fedcba9876543210';
const now = () => Math.floor(Date.now() / 1000);

const event = {
  id: 'evt_1',
  object: 'event',
  type: 'checkout.session.completed',
  api_version: '2026-10-28.endive',
  livemode: false,
  data: { object: { id: 'cs_test_1', object: 'checkout.session' } },
};
const body = JSON.stringify(event);

const hmac = (payload: string, timestamp: unknown, secret: string) =>
  createHmac('sha256', secret)
    .update(`${String(timestamp)}.${payload}`)
    .digest('hex');
const sign = (payload = body, timestamp: unknown = now(), secret = SECRET) =>
  `t=${String(timestamp)},v1=${hmac(payload, timestamp, secret)}`;

const codeOf = (payload: unknown, header: unknown, secrets = [SECRET]): string => {
  try {
    return verifyEvent(payload, header, secrets, new Date()).id;
  } catch (error) {
    if (error instanceof ProblemError) return error.code;
    throw error;
  }
};

describe('verifyEvent', () => {
  it('takes an event signed with any of its secrets', () => {
    expect(codeOf(Buffer.from(body), sign())).toBe('evt_1');
    expect(codeOf(Buffer.from(body), sign(), [OTHER, SECRET])).toBe('evt_1');
    const both = `${sign(body, now(), OTHER)},v1=${hmac(body, now(), SECRET)}`;
    expect(codeOf(Buffer.from(body), both)).toBe('evt_1');
  });

  it('takes thin events', () => {
    const thin = {
      id: 'evt_test_1',
      object: 'v2.core.event',
      type: 'v2.core.account.updated',
      livemode: false,
      related_object: { id: 'acct_1', type: 'v2.core.account', url: '/v2/core/accounts/acct_1' },
    };
    const payload = JSON.stringify(thin);
    expect(verifyEvent(Buffer.from(payload), sign(payload), [SECRET], new Date())).toMatchObject({
      type: 'v2.core.account.updated',
      object: { id: 'acct_1' },
    });
  });

  it('knows a thin event by its snapshot twin, where it has one', () => {
    const thin = {
      id: 'evt_test_1',
      object: 'v2.core.event',
      type: 'v1.checkout.session.completed',
      livemode: false,
      created: '2026-11-23T14:00:00.500Z',
      related_object: { id: 'cs_test_1', type: 'checkout.session', url: '/v1/checkout/sessions/…' },
    };
    const verified = (changes: object) => {
      const payload = JSON.stringify({ ...thin, ...changes });
      return verifyEvent(Buffer.from(payload), sign(payload), [SECRET], new Date());
    };
    expect(verified({})).toMatchObject({ id: 'evt_test_1', createdAtS: 1_795_442_400 });
    expect(verified({ snapshot_event: 'evt_1' }).id).toBe('evt_1');
    for (const unusable of ['cs_test_1', '', null, 7, 'evt_\u0000']) {
      expect(verified({ snapshot_event: unusable }).id).toBe('evt_test_1');
    }
    expect(verified({ related_object: null }).object.id).toBeUndefined();
    expect(verified({ created: 'yesterday' }).createdAtS).toBeUndefined();
  });

  it.each([
    ['my prod'],
    ['préféré'],
    ['\u0000'],
    ['x'.repeat(300)],
    [''],
    [7],
    [null],
    [undefined],
  ])('takes an event whose object has the id %j, which merchants choose', (id) => {
    for (const type of ['product.created', 'checkout.session.completed']) {
      const payload = JSON.stringify({ ...event, type, data: { object: { id } } });
      expect(codeOf(Buffer.from(payload), sign(payload))).toBe('evt_1');
    }
  });

  it.each<[string, () => unknown]>([
    ['no header', () => undefined],
    ['an empty header', () => ''],
    ['two headers', () => [sign(), sign()]],
    ['t only', () => `t=${now()}`],
    ['v1 only', () => `v1=${hmac(body, now(), SECRET)}`],
    ['an empty v1', () => `t=${now()},v1=`],
    ['64 latin-1 characters', () => `t=${now()},v1=${'é'.repeat(64)}`],
    ['63 hex digits', () => sign().slice(0, -1)],
    ['v0 only', () => sign().replace('v1=', 'v0=')],
    ['the right v1 with another t', () => `t=${now() - 1},v1=${hmac(body, now(), SECRET)}`],
    ['301 s old', () => sign(body, now() - 301)],
    ['301 s ahead', () => sign(body, now() + 302)],
    ['t=abc', () => sign(body, 'abc')],
    ['t= nothing', () => sign(body, '')],
    ['another secret', () => sign(body, now(), OTHER)],
    ['an empty secret', () => sign(body, now(), '')],
    ['the secret "undefined"', () => sign(body, now(), 'undefined')],
    ['another body', () => sign(`${body} `)],
  ])('refuses %s as not signed', (_what, header) => {
    expect(codeOf(Buffer.from(body), header())).toBe('INVALID_SIGNATURE');
  });

  it('refuses a body that is not bytes', () => {
    expect(codeOf(event, sign())).toBe('INVALID_SIGNATURE');
    expect(codeOf(undefined, sign(''))).toBe('INVALID_SIGNATURE');
  });

  it.each([
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['a number', '42'],
    ['half an object', '{"id":"evt_1"'],
    ['no id', JSON.stringify({ ...event, id: undefined })],
    ['an id that is not an event id', JSON.stringify({ ...event, id: 'cs_test_1' })],
    ['a NUL in the id', JSON.stringify({ ...event, id: 'evt_\u0000' })],
    ['a NUL in the type', JSON.stringify({ ...event, type: 'a\u0000' })],
    ['no object', JSON.stringify({ ...event, data: {} })],
  ])('refuses %s, rightly signed, as not an event', (_what, payload) => {
    expect(codeOf(Buffer.from(payload), sign(payload))).toBe('INVALID_EVENT');
  });
});
