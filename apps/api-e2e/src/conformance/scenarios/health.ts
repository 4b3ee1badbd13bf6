import { until } from '@shop/shop-harness/until';
import { usual } from './scenario';
import type { Scenarios } from './scenario';

const READY = '/api/health/ready';

export const healthScenarios: Scenarios = {
  'live 200': usual((shop) => shop.ask('/api/health/live')),
  'ready 200': usual((shop) => shop.ask(READY)),
  'ready 503 SERVICE_UNAVAILABLE': {
    environment: 'leaving',
    ask: (shop) =>
      until(
        () => shop.ask(READY),
        ({ status }) => status !== 200,
        { timeoutMs: 1000, everyMs: 20 },
      ),
  },
};
