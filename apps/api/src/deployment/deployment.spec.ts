import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { usualEngines } from '../../testing/engines';
import { startTestApi } from '../../testing/start-test-api';
import type { TestApi } from '../../testing/start-test-api';
import { loadConfig } from '../config/config';
import { createContext } from '../create-app';
import { deployments } from '../database/schema/deployment-tables';
import { Deployment } from './deployment';
import { deploymentNamedBy } from './deployment-metadata';
import { DeploymentRepository } from './deployment.repository';

describe.each(usualEngines)('the id of a deployment, on the %s database', (engine) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi(engine);
  }, 60_000);
  afterAll(() => api?.stop());

  const kept = async () => (await api.database.queries.select().from(deployments))[0]?.id;

  it('is the one that the database keeps', async () => {
    expect(api.app.get(Deployment, { strict: false }).id).toBe(await kept());
  });

  it('is made once, however many replicas start at the same moment', async () => {
    await api.database.queries.delete(deployments);
    const repository = new DeploymentRepository(api.database);
    const ids = await Promise.all(
      Array.from({ length: 20 }, () => repository.findOrKeep(randomUUID(), new Date())),
    );
    expect(new Set(ids).size).toBe(1);
    expect(await repository.findOrKeep(randomUUID(), new Date())).toBe(ids[0]);
  });

  if (engine === 'postgres') {
    it('is the same in another process, unless DEPLOYMENT_ID names another', async () => {
      const idWith = async (env: Record<string, string>) => {
        const context = await createContext(loadConfig({ ...api.env, ...env }, 'command'));
        try {
          return context.get(Deployment, { strict: false }).id;
        } finally {
          await context.close();
        }
      };
      const id = await kept();
      expect(await idWith({})).toBe(id);
      expect(await idWith({ DEPLOYMENT_ID: 'copy-of-monday' })).toBe('copy-of-monday');
      expect(await kept()).toBe(id);
    }, 30_000);
  }
});

describe('what an object of Stripe names', () => {
  it.each([
    [{ metadata: { deployment_id: 'staging' } }, 'staging'],
    [{ metadata: { deployment_id: '' } }, undefined],
    [{ metadata: { deployment_id: 'a\u0000b' } }, undefined],
    [{ metadata: { deployment_id: 'x'.repeat(65) } }, undefined],
    [{ metadata: { deployment_id: 7 } }, undefined],
    [{ metadata: ['staging'] }, undefined],
    [{ metadata: null }, undefined],
    [{}, undefined],
  ])('in %j is %p', (object, named) => {
    expect(deploymentNamedBy(object)).toBe(named);
  });
});
