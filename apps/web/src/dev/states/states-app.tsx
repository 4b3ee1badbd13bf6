import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { confirmationStates, type ConfirmationState } from '@shop/contract';
import { Route, Switch, useLocation, useParams, useSearch } from 'wouter';
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
        <Switch>
          <Route path="/dev/states" component={Overview} />
          <Route component={OnePage} />
        </Switch>
      </QueryClientProvider>
    </I18nProvider>
  );
}

/** Another address is another page: nothing of the one before stays. */
function OnePage() {
  const [path] = useLocation();
  return (
    <Layout key={`${path}?${useSearch()}`}>
      <Switch>
        <Route path="/dev/states/:state/:view" component={OneState} />
        <Route component={NotFoundPage} />
      </Switch>
    </Layout>
  );
}

function Overview() {
  return <AllStates variant={useVariant()} />;
}

/** The variant that the address names: ?variant=long-name */
function useVariant() {
  const search = new URLSearchParams(useSearch());
  return variantNames.find((name) => name === search.get('variant')) ?? null;
}

/** One state as a shopper sees it. */
function OneState() {
  const { state, view } = useParams<{ state: string; view: string }>();
  const variant = useVariant();
  if (!isState(state) || (view !== 'full' && view !== 'masked')) return <NotFoundPage />;
  return (
    <OrderView
      order={exampleOrder(state, view, variant)}
      sessionId="cs_test_example"
      links={orderLinks}
      keepsNoCookies={false}
      onVerified={() => undefined}
      onChanged={() => undefined}
    />
  );
}

function isState(text: string | undefined): text is ConfirmationState {
  return confirmationStates.some((state) => state === text);
}
