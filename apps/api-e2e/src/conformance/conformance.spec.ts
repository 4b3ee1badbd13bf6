import { afterAll, describe, expect, it } from '@jest/globals';
import { confirmationExamples, examples } from '@shop/contract/examples';
import type { ExampleName } from '@shop/contract/examples';
import { closeLeftovers } from '../leftovers';
import type { Answer } from '../network/http-client';
import { documentedAnswers, operationOf } from './api-document';
import { differences } from './examples/differences';
import { faultsOf } from './faults-of';
import { provocations } from './provocations/all';
import { usual } from './provocations/provocation';
import type { Provocation } from './provocations/provocation';
import { Worlds } from './worlds';

const worlds = new Worlds();
const given = new Map<Provocation, Answer>();
afterAll(async () => {
  await worlds.close();
  await closeLeftovers();
});

/** The answer to a provocation, which is asked for once. */
async function answerTo(provocation: Provocation): Promise<Answer> {
  const answer =
    given.get(provocation) ?? (await provocation.ask(await worlds.get(provocation.world)));
  given.set(provocation, answer);
  return answer;
}

/** The running API against openapi.json, answer by answer. */
describe('the API', () => {
  it.each(documentedAnswers)('answers %s as documented', async (name) => {
    const answer = await answerTo(provocationNamed(name));
    expect(named(name, answer)).toBe(name);
    const [id = ''] = name.split(' ');
    expect(faultsOf(operationOf(id), answer)).toEqual([]);
  });

  it('is provoked to nothing that is not documented', () => {
    expect(Object.keys(provocations).sort()).toEqual([...documentedAnswers].sort());
  });
});

/** Answers that take a clock to be moved or half a minute to pass: specs of the API itself ask for them. */
const ASKED_ELSEWHERE: readonly ExampleName[] = ['readiness-degraded', 'problem-request-timeout'];

/** What the shop is tested with is what the API answers. States and views have a spec of their own. */
describe('the example', () => {
  const names = (Object.keys(examples) as ExampleName[]).filter(
    (name) => !ASKED_ELSEWHERE.includes(name),
  );

  it.each(names.filter((name) => !confirmationExamples.includes(name)))(
    '%s is like the real answer',
    async (name) => {
      const answer = JSON.parse((await answerTo(provocationOf(name))).body) as object;
      expect(differences(examples[name], answer)).toEqual([]);
      // Of a problem the values are fixed too, but for the request's own.
      if (name.startsWith('problem-')) {
        const own = { requestId: expect.any(String), errors: expect.anything() };
        expect({ ...examples[name], ...own }).toEqual({ ...answer, ...own });
      }
    },
  );
});

/** The way to the answer that an example is of. */
function provocationOf(name: ExampleName): Provocation {
  if (name === 'products') return provocationNamed('products 200');
  if (name === 'checkout-created') return provocationNamed('start 201');
  if (name === 'health-live') return provocationNamed('live 200');
  if (name === 'readiness-ready') return provocationNamed('ready 200');
  if (name === 'problem-not-found') return usual((shop) => shop.ask('/api/unknown'));
  const code = name.replace('problem-', '').replaceAll('-', '_').toUpperCase();
  return provocationNamed(Object.keys(provocations).find((one) => one.endsWith(` ${code}`)) ?? '');
}

function provocationNamed(name: string): Provocation {
  const provocation = provocations[name];
  if (!provocation) throw new Error(`Nothing provokes ${name}.`);
  return provocation;
}

/** The answer, named as the document's answers are. */
function named(name: string, { status, body }: Answer): string {
  const [id] = name.split(' ');
  const { code } = (body.startsWith('{') ? JSON.parse(body) : {}) as { code?: string };
  return [id, status, ...(code === undefined ? [] : [code])].join(' ');
}
