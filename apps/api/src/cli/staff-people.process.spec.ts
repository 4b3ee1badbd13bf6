import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeOnPostgres } from '../../testing/engines';
import { lastCommands } from '../../testing/last-commands';
import { runHere } from '../../testing/run-here';
import { runProgram } from '../../testing/run-program';
import { StaffBrowser } from '../../testing/staff-browser';
import { startTestApi } from '../../testing/start-test-api';
import type { TestApi } from '../../testing/start-test-api';

describeOnPostgres('npm run staff -- people', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi('postgres');
  }, 60_000);
  afterAll(() => api?.stop());

  const people = (...args: string[]) => runHere('staff', ['people', ...args], api.env);
  const program = (...args: string[]) => runProgram('staff', ['people', ...args], api.env);
  const signIn = async (printed: string) => {
    const [, token = ''] = /http:\/\/localhost:4300\/sign-in#t=([\w-]{43})$/m.exec(printed) ?? [];
    const browser = new StaffBrowser(api);
    return { browser, answer: await browser.signIn(token) };
  };

  it('lets somebody in by a printed link, lists them, and shuts them out', async () => {
    const added = await program('add', 'vera', '--role', 'viewer');
    expect(added).toMatchObject({ code: 0, error: '' });
    const first = await signIn(added.out);
    expect(first.answer).toMatchObject({ status: 200, body: { name: 'vera', role: 'viewer' } });
    expect((await signIn(added.out)).answer.body.code).toBe('SIGN_IN_NOT_VALID');

    const again = await people('add', 'vera');
    expect([again.code, again.error]).toEqual([1, expect.stringContaining('a vera already')]);
    const linked = await program('link', 'vera');
    const second = await signIn(linked.out);
    expect(second.answer).toMatchObject({ status: 200, body: { role: 'viewer' } });

    const unused = await people('link', 'vera');
    expect(await program('disable', 'vera')).toMatchObject({ code: 0 });
    expect((await second.browser.get('/api/staff/session')).status).toBe(401);
    expect((await signIn(unused.out)).answer.status).toBe(403);
    const listed = await program('list');
    expect(listed.out).toMatch(/name vera {2}role viewer .*disabledAt 20/);
    for (const what of ['link', 'disable']) {
      const { code, error } = await people(what, 'vera');
      expect([code, error]).toEqual([1, expect.stringContaining('Nobody who may sign in')]);
    }
  });

  it('is written down, as what is done with keys, and without what opens', async () => {
    const keys = (...args: string[]) => runHere('staff', ['keys', ...args], api.env);
    for (const what of ['add', 'add', 'link', 'disable', 'link']) await people(what, 'nora');
    const made = await keys('create', 'depot', '--json');
    const { id, key } = JSON.parse(made.out) as { id: string; key: string };
    await keys('revoke', id);
    await keys('revoke', id);
    const done = { status: 200, code: null };
    const refused = { status: 409, code: 'ACTION_NOT_POSSIBLE' };
    const rows = await lastCommands(api, 8);
    expect(rows).toMatchObject([
      { action: 'addPerson', subject: 'nora', ...done },
      { action: 'addPerson', subject: 'nora', ...refused },
      { action: 'linkPerson', subject: 'nora', ...done },
      { action: 'disablePerson', subject: 'nora', ...done },
      { action: 'linkPerson', subject: 'nora', ...refused },
      { action: 'createKey', subject: 'depot', ...done },
      { action: 'revokeKey', subject: id, ...done },
      { action: 'revokeKey', subject: id, ...refused },
    ]);
    expect(JSON.stringify(rows)).not.toContain(key);
  });

  it.each([
    ['people', 'link', 'olga'],
    ['people', 'disable', 'olga'],
    ['people', 'list'],
    ['keys', 'list'],
  ])('does nothing by %s %s with a role, which it does not take', async (...words) => {
    await people('add', 'olga');
    const given = [...words, '--role', 'viewer'];
    const { code, out, error } = await runHere('staff', given, api.env);
    expect([code, out]).toEqual([2, '']);
    const command = words.slice(0, 2).join(' ');
    expect(error).toContain(`${command} does not take --role, only --json.`);
    expect((await people('list')).out).toMatch(/name olga {2}role operator {2}createdAt \S+$/m);
  });
});
