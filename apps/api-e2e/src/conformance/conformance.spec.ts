import { afterAll, describe, expect, it } from '@jest/globals';
import { confirmationExamples, examples } from '@shop/contract/examples';
import type { ExampleName } from '@shop/contract/examples';
import { cleanUp } from '@shop/shop-harness/cleanup-registry';
import type { Answer } from '@shop/shop-harness/network/http-client';
import { documentedAnswers, operationOf } from './api-document';
import { differences } from './examples/differences';
import { faultsOf } from './faults-of';
import { scenarios } from './scenarios/all';
import { usual } from './scenarios/scenario';
import type { Scenario } from './scenarios/scenario';
import { Environments } from './environments';

const environments = new Environments();
const given = new Map<Scenario, Answer>();
afterAll(async () => {
  await environments.close();
  await cleanUp();
});

/** The answer of a scenario. Each scenario runs once. */
async function answerTo(scenario: Scenario): Promise<Answer> {
  const answer =
    given.get(scenario) ?? (await scenario.ask(await environments.get(scenario.environment)));
  given.set(scenario, answer);
  return answer;
}

/** Compares the running API with openapi.json, answer by answer. */
describe('the API', () => {
  it.each(documentedAnswers)('answers %s as documented', async (name) => {
    const answer = await answerTo(scenarioNamed(name));
    expect(named(name, answer)).toBe(name);
    const [id = ''] = name.split(' ');
    expect(faultsOf(operationOf(id), answer)).toEqual([]);
  });

  it('is provoked to nothing that is not documented', () => {
    expect(Object.keys(scenarios).sort()).toEqual([...documentedAnswers].sort());
  });
});

/** These answers need a changed clock, or half a minute. The API's own specs test them. */
const ASKED_ELSEWHERE: readonly ExampleName[] = ['readiness-degraded', 'problem-request-timeout'];

/**
 * The shop's tests use these examples, so they must be like the API's answers. states.spec.ts tests the confirmations,
 * merchant-events.spec.ts the events to the merchant's system.
 */
describe('the example', () => {
  const names = (Object.keys(examples) as ExampleName[]).filter(
    (name) => !ASKED_ELSEWHERE.includes(name),
  );

  it.each(
    names.filter((name) => !confirmationExamples.includes(name) && !name.startsWith('merchant-')),
  )('%s is like the real answer', async (name) => {
    const answer = JSON.parse((await answerTo(scenarioOf(name))).body) as object;
    expect(differences(examples[name], answer)).toEqual([]);
    // In a problem document the values are fixed too, except those that belong to the request.
    if (name.startsWith('problem-')) {
      const own = {
        requestId: expect.any(String),
        errors: expect.anything(),
        openPayment: expect.anything(),
      };
      expect({ ...examples[name], ...own }).toEqual({ ...answer, ...own });
    }
  });
});

const OF_STAFF = {
  'staff-person': 'whoAmI',
  'staff-overview': 'staffOverview',
  'staff-orders': 'staffOrders',
  'staff-order': 'staffOrder',
  'staff-action': 'syncOrder',
  'staff-events': 'staffEvents',
  'staff-event': 'staffEvent',
  'staff-figures': 'staffFigures',
  'dead-letters': 'deadLetters',
  'staff-deliveries': 'staffDeliveries',
  'staff-shipments': 'staffShipments',
  'staff-withdrawals': 'staffWithdrawals',
  'staff-audit': 'staffAudit',
} as const;

/** The scenario whose answer the example shows. */
function scenarioOf(name: ExampleName): Scenario {
  if (name === 'products') return scenarioNamed('products 200');
  if (name === 'checkout-created') return scenarioNamed('start 201');
  if (name === 'shipment') return scenarioNamed('createShipment 201');
  if (name === 'shipped-order') return scenarioNamed('shipments 200');
  if (name in OF_STAFF) return scenarioNamed(`${OF_STAFF[name as keyof typeof OF_STAFF]} 200`);
  if (name === 'portal-opened') return scenarioNamed('open 201');
  if (name === 'withdrawal-received') return scenarioNamed('declareWithdrawal 201');
  if (name === 'health-live') return scenarioNamed('live 200');
  if (name === 'readiness-ready') return scenarioNamed('ready 200');
  if (name === 'problem-not-found') return usual((shop) => shop.ask('/api/unknown'));
  const code = name.replace('problem-', '').replaceAll('-', '_').toUpperCase();
  return scenarioNamed(Object.keys(scenarios).find((one) => one.endsWith(` ${code}`)) ?? '');
}

function scenarioNamed(name: string): Scenario {
  const scenario = scenarios[name];
  if (!scenario) throw new Error(`Nothing provokes ${name}.`);
  return scenario;
}

/** The name of an answer, in the form of `documentedAnswers`. */
function named(name: string, { status, body }: Answer): string {
  const [id] = name.split(' ');
  const { code } = (body.startsWith('{') ? JSON.parse(body) : {}) as { code?: string };
  return [id, status, ...(code === undefined ? [] : [code])].join(' ');
}
