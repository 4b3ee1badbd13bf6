import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { confirmationStates, type ConfirmationState } from '@shop/contract';
import { Route, Routes, useParams } from 'react-router';
import { Layout } from '../../app/layout';
import { NotFoundPage } from '../../app/not-found-page';
import { orderLinks } from '../../app/order-links';
import { OrderView } from '../../features/order/order-view';
import { showLanguage } from '../../locale/locale';
import { exampleOrder } from '../mock-api/example';
import { AllStates } from './all-states';

/** Shows the language that the address names: /dev/states/confirmed/full?lang=de */
export function startStates(): Promise<void> {
  return showLanguage(new URLSearchParams(window.location.search).get('lang'));
}

/** /dev/states: every state of the confirmation page, with the contract's examples as data. */
export function StatesApp({ queryClient }: { queryClient: QueryClient }) {
  return (
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <Routes>
          <Route path="dev/states" element={<AllStates />} />
          <Route element={<Layout />}>
            <Route path="dev/states/:state/:view" element={<OneState />} />
            <Route path="*" element={<NotFoundPage />} />
          </Route>
        </Routes>
      </QueryClientProvider>
    </I18nProvider>
  );
}

/** One state as a shopper sees it. */
function OneState() {
  const { state, view } = useParams();
  if (!isState(state) || (view !== 'full' && view !== 'masked')) return <NotFoundPage />;
  return (
    <OrderView
      order={exampleOrder(state, view)}
      sessionId="cs_test_example"
      links={orderLinks}
      onVerified={() => undefined}
    />
  );
}

function isState(text: string | undefined): text is ConfirmationState {
  return confirmationStates.some((state) => state === text);
}
