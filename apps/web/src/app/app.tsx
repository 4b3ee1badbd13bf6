import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { CrashedShop, ErrorBoundary } from './error-boundary';
import { Layout } from './layout';
import { Page } from './pages';

/** The shop. Render it after a locale is active and the first page's code is there: see `loadPage`. */
export function App({ queryClient }: { queryClient: QueryClient }) {
  return (
    <ErrorBoundary instead={<CrashedShop />}>
      <I18nProvider i18n={i18n}>
        <QueryClientProvider client={queryClient}>
          <Layout>
            <Page />
          </Layout>
        </QueryClientProvider>
      </I18nProvider>
    </ErrorBoundary>
  );
}
