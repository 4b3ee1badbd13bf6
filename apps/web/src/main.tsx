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

startLocale().then(
  () =>
    root.render(
      <StrictMode>
        <BrowserRouter>
          <App queryClient={createQueryClient()} />
        </BrowserRouter>
      </StrictMode>,
    ),
  () => root.render(<CrashPage />),
);
