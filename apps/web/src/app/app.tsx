import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { ErrorBoundary } from './error-boundary';
import { Layout } from './layout';
import { NotFoundPage } from './not-found-page';

const CatalogRoute = lazy(() => import('./catalog-route'));
const CartRoute = lazy(() => import('./cart-route'));
const OrderRoute = lazy(() => import('./order-route'));

/** The shop. Render it inside a router, after a locale is active. */
export function App({ queryClient }: { queryClient: QueryClient }) {
  return (
    <ErrorBoundary>
      <I18nProvider i18n={i18n}>
        <QueryClientProvider client={queryClient}>
          <Routes>
            <Route element={<Layout />}>
              <Route index element={<CatalogRoute />} />
              <Route path="cart" element={<CartRoute />} />
              <Route path="order/success" element={<OrderRoute />} />
              <Route path="*" element={<NotFoundPage />} />
            </Route>
          </Routes>
        </QueryClientProvider>
      </I18nProvider>
    </ErrorBoundary>
  );
}
