import { until } from '../../until';
import { usual } from './provocation';
import type { Provocations } from './provocation';

const READY = '/api/health/ready';

export const healthProvocations: Provocations = {
  'live 200': usual((shop) => shop.ask('/api/health/live')),
  'ready 200': usual((shop) => shop.ask(READY)),
  'ready 503 SERVICE_UNAVAILABLE': {
    world: 'leaving',
    ask: (shop) =>
      until(
        () => shop.ask(READY),
        ({ status }) => status !== 200,
        { timeoutMs: 1000, everyMs: 20 },
      ),
  },
};
