import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { confirmationStates, type ConfirmationState } from '@shop/contract';
import { Route, Routes, useParams, useSearchParams } from 'react-router';
import { Layout } from '../../app/layout';
import { NotFoundPage } from '../../app/not-found-page';
import { orderLinks } from '../../app/order-links';
import { OrderView } from '../../features/order/order-view';
import { showLanguage } from '../../locale/locale';
import { exampleOrder } from '../mock-api/example';
import { variantNames } from '../mock-api/variants';
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
          <Route path="dev/states" element={<Overview />} />
          <Route element={<Layout />}>
            <Route path="dev/states/:state/:view" element={<OneState />} />
            <Route path="*" element={<NotFoundPage />} />
          </Route>
        </Routes>
      </QueryClientProvider>
    </I18nProvider>
  );
}

function Overview() {
  return <AllStates variant={useVariant()} />;
}

/** The variant that the address names: ?variant=long-name */
function useVariant() {
  const [search] = useSearchParams();
  return variantNames.find((name) => name === search.get('variant')) ?? null;
}

/** One state as a shopper sees it. */
function OneState() {
  const { state, view } = useParams();
  const variant = useVariant();
  if (!isState(state) || (view !== 'full' && view !== 'masked')) return <NotFoundPage />;
  return (
    <OrderView
      order={exampleOrder(state, view, variant)}
      sessionId="cs_test_example"
      links={orderLinks}
      onVerified={() => undefined}
    />
  );
}

function isState(text: string | undefined): text is ConfirmationState {
  return confirmationStates.some((state) => state === text);
}
