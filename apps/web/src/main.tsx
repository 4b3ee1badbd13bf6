import './styles/tokens.css';
import './styles/base.css';
import './styles/print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from './api-client/query-client';
import { App } from './app/app';
import { CrashedShop } from './app/error-boundary';
import { readFirstAnswer } from './app/first-answer';
import { loadAllPages, loadPage } from './app/pages';
import { startLocale } from './locale/locale';

const root = createRoot(document.getElementById('root')!);
const queryClient = createQueryClient();

start().catch(() => root.render(<CrashedShop />));

async function start() {
  await Promise.all([startLocale(), loadPage(window.location.pathname)]);
  // A constant in a build, so that the bundler drops the code for development.
  const Page = import.meta.env.DEV ? await choosePage() : App;
  await readFirstAnswer(queryClient);
  root.render(
    <StrictMode>
      <Page queryClient={queryClient} />
    </StrictMode>,
  );
  if (document.readyState === 'complete') void loadAllPages();
  else window.addEventListener('load', () => void loadAllPages());
}

/** In development: the states of the confirmation page, or the shop, with a mocked API in the mode "alone". */
async function choosePage() {
  if (window.location.pathname.startsWith('/dev/')) {
    const { startStates, StatesApp } = await import('./dev/states/states-app');
    await startStates();
    return StatesApp;
  }
  if (import.meta.env.MODE === 'alone') {
    const { startMockApi } = await import('./dev/mock-api/start');
    await startMockApi(queryClient);
  }
  return App;
}
