import { useQuery } from '@tanstack/react-query';
import { Route, Switch } from 'wouter';
import { me } from './api/queries';
import { AuditPage } from './pages/audit-page';
import { DeadLettersPage } from './pages/dead-letters-page';
import { DeliveriesPage } from './pages/deliveries-page';
import { EventPage } from './pages/event-page';
import { EventsPage } from './pages/events-page';
import { OrderPage } from './pages/order-page';
import { OrdersPage } from './pages/orders-page';
import { OverviewPage } from './pages/overview-page';
import { SettingsPage } from './pages/settings-page';
import { ShipmentsPage } from './pages/shipments-page';
import { SignInPage } from './pages/sign-in-page';
import { WithdrawalsPage } from './pages/withdrawals-page';
import { Failure } from './ui/failure';
import { Heading } from './ui/heading';
import { Shell } from './ui/shell';

/** The pages. Whoever is not signed in sees how to sign in, whatever the address. */
export function App() {
  return (
    <Switch>
      <Route path="/sign-in">
        <SignInPage />
      </Route>
      <Route>
        <SignedIn />
      </Route>
    </Switch>
  );
}

function SignedIn() {
  const { data: person, error } = useQuery(me);
  if (person === null) return <SignInPage />;
  if (!person)
    return <main>{error ? <Failure error={error} /> : <p role="status">Loading …</p>}</main>;
  return (
    <Shell person={person}>
      <Switch>
        <Route path="/">
          <OverviewPage canAct={person.role === 'operator'} />
        </Route>
        <Route path="/orders">
          <OrdersPage />
        </Route>
        <Route path="/orders/:number">
          {({ number }) => <OrderPage number={number} canAct={person.role === 'operator'} />}
        </Route>
        <Route path="/deliveries">
          <DeliveriesPage canAct={person.role === 'operator'} />
        </Route>
        <Route path="/shipments">
          <ShipmentsPage />
        </Route>
        <Route path="/withdrawals">
          <WithdrawalsPage canAct={person.role === 'operator'} />
        </Route>
        <Route path="/events">
          <EventsPage canAct={person.role === 'operator'} />
        </Route>
        <Route path="/events/:id">
          {({ id }) => <EventPage id={id} canAct={person.role === 'operator'} />}
        </Route>
        <Route path="/dead-letters">
          <DeadLettersPage canAct={person.role === 'operator'} />
        </Route>
        <Route path="/audit">
          <AuditPage />
        </Route>
        <Route path="/settings">
          <SettingsPage person={person} />
        </Route>
        <Route>
          <Heading>There is no such page</Heading>
        </Route>
      </Switch>
    </Shell>
  );
}
