import { afterAll, describe, expect, it } from '@jest/globals';
import { closeLeftovers } from '../leftovers';
import { documentedAnswers, operationOf } from './api-document';
import { faultsOf } from './faults-of';
import { provocations } from './provocations/all';
import { Worlds } from './worlds';

/** The running API against openapi.json, answer by answer. */
describe('the API', () => {
  const worlds = new Worlds();
  afterAll(async () => {
    await worlds.close();
    await closeLeftovers();
  });

  it.each(documentedAnswers)('answers %s as documented', async (name) => {
    const provocation = provocations[name];
    if (!provocation) throw new Error(`Nothing provokes ${name}.`);
    const answer = await provocation.ask(await worlds.get(provocation.world));
    expect(named(name, answer)).toBe(name);
    const [id = ''] = name.split(' ');
    expect(faultsOf(operationOf(id), answer)).toEqual([]);
  });

  it('is provoked to nothing that is not documented', () => {
    expect(Object.keys(provocations).sort()).toEqual([...documentedAnswers].sort());
  });
});

/** The answer, named as the document's answers are. */
function named(name: string, { status, body }: { status: number; body: string }): string {
  const [id] = name.split(' ');
  const { code } = (body.startsWith('{') ? JSON.parse(body) : {}) as { code?: string };
  return [id, status, ...(code === undefined ? [] : [code])].join(' ');
}
