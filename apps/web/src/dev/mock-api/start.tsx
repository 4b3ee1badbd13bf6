import type { QueryClient } from '@tanstack/react-query';
import { setupWorker } from 'msw/browser';
import { createRoot } from 'react-dom/client';
import { mockApi } from './handlers';
import { readScenario } from './scenario';
import { ScenarioSwitch } from './scenario-switch';

/** Puts the mocked API between the page and the network, and a switch for what it answers into the page. */
export async function startMockApi(queryClient: QueryClient): Promise<void> {
  // Asked of an API that is not there.
  window.earlyAnswer = undefined;
  // Whoever goes to pay has paid.
  const paidUrl = `${window.location.origin}/order/success?session_id=cs_test_example`;
  await setupWorker(...mockApi(readScenario, paidUrl)).start({
    quiet: true,
    onUnhandledFrame: 'bypass',
  });
  const element = document.body.appendChild(document.createElement('div'));
  createRoot(element).render(<ScenarioSwitch onChange={() => void queryClient.resetQueries()} />);
}
