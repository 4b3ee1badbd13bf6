import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StaffAudit, StaffPerson } from '@shop/contract';
import { engines } from '../../../testing/engines';
import { later } from '../../../testing/later';
import { StaffBrowser } from '../../../testing/staff-browser';
import { startTestApi } from '../../../testing/start-test-api';
import type { TestApi } from '../../../testing/start-test-api';
import { staffSessions, staffSignIns } from '../../database/schema/staff-tables';
import { LINK_MS, PeopleService } from './people.service';
import { createToken } from '../../http/security/secret-token';
import { SESSION_MS } from './staff-sessions.service';

const ME = '/api/staff/session';
const ELSEWHERE = 'https://elsewhere.example';

describe.each(engines)('sessions of people, on the %s database', (engine) => {
  const first = createToken();
  let api: TestApi;
  let people: PeopleService;
  beforeAll(async () => {
    api = await startTestApi(engine, {
      api: { CONSOLE_SIGN_IN_TOKEN: first, TRUST_PROXY: '1' },
    });
    people = api.app.get(PeopleService, { strict: false });
    await people.add('anna', 'operator');
  }, 60_000);
  afterAll(() => api?.stop());

  const link = (name = 'anna') => StaffBrowser.link(api, name);

  it('begin with a link that works once, in a cookie that no script and no other site gets', async () => {
    const [browser, other] = [new StaffBrowser(api), new StaffBrowser(api)];
    const token = await link();
    const answer = await browser.signIn(token);
    expect(answer).toMatchObject({ status: 200, body: { name: 'anna', role: 'operator' } });
    const cookie = answer.headers.get('set-cookie') ?? '';
    for (const part of [
      'staff=',
      'HttpOnly',
      'SameSite=Strict',
      'Path=/',
      `Max-Age=${SESSION_MS / 1000}`,
    ])
      expect(cookie).toContain(part);
    expect(answer.text).not.toContain(cookie.slice(6, 40));
    expect(await other.signIn(token)).toMatchObject({
      status: 403,
      body: { code: 'SIGN_IN_NOT_VALID' },
    });
    expect((await browser.get(ME)).body).toMatchObject({ name: 'anna' });
    const kept = JSON.stringify([
      await api.database.queries.select().from(staffSessions),
      await api.database.queries.select().from(staffSignIns),
    ]);
    expect(kept).not.toContain(token);
    expect(kept).not.toContain(cookie.slice(6, 40));
  });

  it('begin with the token that the start was given, as its owner', async () => {
    const browser = new StaffBrowser(api);
    expect((await browser.signIn(first)).body).toMatchObject({ name: 'owner', role: 'operator' });
    expect((await new StaffBrowser(api).signIn(first)).status).toBe(403);
  });

  it('one of many that use a link at once gets in', async () => {
    const token = await link();
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, n) =>
        new StaffBrowser(api).signIn(token, { 'x-forwarded-for': `203.0.113.${n}` }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403, 403, 403]);
  });

  it('end by signing out, for whoever has the cookie', async () => {
    const browser = new StaffBrowser(api);
    await browser.signIn(await link());
    const { cookie } = browser;
    expect((await browser.act(ME, {}, {}, 'DELETE')).status).toBe(204);
    const thief = new StaffBrowser(api);
    thief.cookie = cookie;
    expect((await thief.get(ME)).status).toBe(401);
    expect((await thief.act('/api/staff/dead-letters/retry', { reason: 'none' })).status).toBe(401);
  });

  it('end everywhere for whoever asks for it, with the links that would begin another', async () => {
    const [here, elsewhere, other] = [0, 1, 2].map(() => new StaffBrowser(api)) as [
      StaffBrowser,
      StaffBrowser,
      StaffBrowser,
    ];
    await people.add('cleo', 'viewer');
    const began = Date.now();
    await here.signIn(await link('cleo'));
    await elsewhere.signIn(await link('cleo'));
    await other.signIn(await link());
    const { signedInAt, expiresAt } = (await here.get<StaffPerson>(ME)).body;
    expect(Date.parse(signedInAt ?? '')).toBeGreaterThanOrEqual(began);
    expect(Date.parse(expiresAt ?? '') - Date.parse(signedInAt ?? '')).toBe(SESSION_MS);
    const unused = await link('cleo');
    const everywhere = '/api/staff/sessions';
    const foreign = { origin: ELSEWHERE };
    expect((await here.act(everywhere, {}, foreign, 'DELETE')).body.code).toBe(
      'ORIGIN_NOT_ALLOWED',
    );
    expect((await new StaffBrowser(api).act(everywhere, {}, {}, 'DELETE')).status).toBe(401);
    expect((await elsewhere.get(ME)).status).toBe(200);
    const answer = await here.act(everywhere, {}, {}, 'DELETE');
    expect(answer.status).toBe(204);
    expect(answer.headers.get('set-cookie')).toMatch(/^staff=;.*Expires=Thu, 01 Jan 1970/);
    for (const browser of [here, elsewhere]) expect((await browser.get(ME)).status).toBe(401);
    expect((await new StaffBrowser(api).signIn(unused)).status).toBe(403);
    const { body } = await other.get<StaffAudit>('/api/staff/audit');
    expect(body.actions[0]).toMatchObject({
      who: 'cleo',
      action: 'signOutEverywhere',
      status: 204,
    });
    await elsewhere.signIn(await link('cleo'));
    expect((await elsewhere.get(ME)).status).toBe(200);
  });

  it('end when their person is disabled, who gets no link any more', async () => {
    await people.add('ben', 'viewer');
    const browser = new StaffBrowser(api);
    await browser.signIn(await link('ben'));
    const unused = await link('ben');
    expect(await people.disable('ben')).toBe(true);
    expect(await people.disable('ben')).toBe(false);
    expect((await browser.get(ME)).status).toBe(401);
    expect((await new StaffBrowser(api).signIn(unused)).status).toBe(403);
    expect(await people.link('ben')).toBeUndefined();
    expect(await people.add('ben', 'operator')).toBeUndefined();
  });

  it('end after twelve hours, and a link after ten minutes', async () => {
    const browser = new StaffBrowser(api);
    await browser.signIn(await link());
    const unused = await link();
    await later(api, LINK_MS + 1, async () => {
      expect((await new StaffBrowser(api).signIn(unused)).status).toBe(403);
      expect((await browser.get(ME)).status).toBe(200);
    });
    await later(api, SESSION_MS + 1, async () => {
      expect((await browser.get(ME)).status).toBe(401);
    });
  });

  it('are taken from the console alone, to read as to act', async () => {
    const browser = new StaffBrowser(api);
    await browser.signIn(await link());
    const refused = { status: 403, body: { code: 'ORIGIN_NOT_ALLOWED' } };
    for (const headers of [
      { origin: ELSEWHERE },
      { origin: 'null' },
      { origin: 'http://localhost:4200' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]) {
      expect(await browser.get(ME, headers)).toMatchObject(refused);
      const body = { reason: 'none' };
      expect(await browser.act('/api/staff/dead-letters/retry', body, headers)).toMatchObject(
        refused,
      );
      expect(await browser.signIn(await link(), headers)).toMatchObject(refused);
    }
    expect((await browser.get(ME)).status).toBe(200);
  });

  it('are not guessed: wrong links of an address are limited, and a right one still works', async () => {
    const from = { 'x-forwarded-for': '203.0.113.77' };
    const statuses: number[] = [];
    for (let n = 0; n < 12; n += 1)
      statuses.push((await new StaffBrowser(api).signIn(createToken(), from)).status);
    expect(statuses).toEqual([...Array<number>(10).fill(403), 429, 429]);
    expect((await new StaffBrowser(api).signIn(await link(), from)).status).toBe(200);
    for (const token of ['', 'x', createToken().slice(1), null])
      expect((await new StaffBrowser(api).act(ME, { token })).status).toBe(400);
  });
});
