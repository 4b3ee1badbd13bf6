import type { QueryClient } from '@tanstack/react-query';
import { setupWorker } from 'msw/browser';
import { createRoot } from 'react-dom/client';
import { mockApi } from './handlers';
import { readScenario } from './scenario';
import { ScenarioSwitch } from './scenario-switch';

/** Puts the mocked API between page and network, and adds the switch for its answers to the page. */
export async function startMockApi(queryClient: QueryClient): Promise<void> {
  // The script in index.html has asked an API that does not run.
  window.earlyAnswer = undefined;
  // A checkout leads straight to a paid order.
  const paidUrl = `${window.location.origin}/order/success?session_id=cs_test_example`;
  await setupWorker(...mockApi(readScenario, paidUrl)).start({
    quiet: true,
    onUnhandledFrame: 'bypass',
  });
  const element = document.body.appendChild(document.createElement('div'));
  createRoot(element).render(<ScenarioSwitch onChange={() => void queryClient.resetQueries()} />);
}
