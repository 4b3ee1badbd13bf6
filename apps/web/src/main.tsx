import './styles/tokens.css';
import './styles/base.css';
import './styles/print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { createQueryClient } from './api-client/query-client';
import { App } from './app/app';
import { CrashPage } from './app/crash-page';
import { startLocale } from './locale/locale';

const root = createRoot(document.getElementById('root')!);
const queryClient = createQueryClient();

startLocale().then(
  async () => {
    // A constant in a build, so that the bundler drops the code for development.
    const Page = import.meta.env.DEV ? await choosePage() : App;
    root.render(
      <StrictMode>
        <BrowserRouter>
          <Page queryClient={queryClient} />
        </BrowserRouter>
      </StrictMode>,
    );
  },
  () => root.render(<CrashPage />),
);

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
