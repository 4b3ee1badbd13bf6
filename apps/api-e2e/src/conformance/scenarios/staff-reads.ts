import { until } from '@shop/shop-harness/until';
import type { Answer } from '@shop/shop-harness/network/http-client';
import type { ConformanceShop } from '../conformance-shop';
import { signInTokens, withKey } from '../staff-keys';
import { confirmation, paidOrder } from './order';
import {
  databaseBroken,
  databaseUnavailable,
  FOREIGN,
  stripeGone,
  TOO_LARGE,
  usual,
} from './scenario';
import type { Scenario, Scenarios } from './scenario';
import { ship, UNKNOWN } from './staff-calls';
import type { Headers } from './staff-calls';

/** How many calls a minute of one address with a wrong key or link are answered. */
const MOST_WRONG = 10;
const WRONG = { authorization: 'Bearer no' };
const SESSION = '/api/staff/session';

/** A session that another site sends along. */
export const fromElsewhere: Headers = { ...FOREIGN, authorization: '', cookie: 'staff=any' };

export type AskStaff = (shop: ConformanceShop, headers: Headers) => Promise<Answer>;

/** What every operation answers to a key, a session, or neither. */
export const ofStaff = (operation: string, ask: AskStaff): Record<string, Scenario> => ({
  [`${operation} 401 API_KEY_INVALID`]: usual((shop) => ask(shop, WRONG)),
  [`${operation} 403 ORIGIN_NOT_ALLOWED`]: usual((shop) => ask(shop, fromElsewhere)),
  [`${operation} 429 RATE_LIMITED`]: usual(async (shop) => {
    const headers = { ...WRONG, 'x-forwarded-for': `203.0.112.${operation.length}` };
    for (let n = 0; n < MOST_WRONG; n += 1) await ask(shop, headers);
    return ask(shop, headers);
  }),
  [`${operation} 500 INTERNAL_ERROR`]: databaseBroken((shop) => ask(shop, withKey())),
  [`${operation} 503 SERVICE_UNAVAILABLE`]: databaseUnavailable((shop) => ask(shop, WRONG)),
});

const get =
  (path: string): AskStaff =>
  (shop, headers) =>
    shop.ask(path, { headers: { ...withKey(), ...headers } });

const signOut: AskStaff = (shop, headers) =>
  shop.ask(SESSION, { method: 'DELETE', headers: { ...withKey(), ...headers } });

/** A key has no sessions: nothing ends. */
const signOutEverywhere: AskStaff = (shop, headers) =>
  shop.ask(`${SESSION}s`, { method: 'DELETE', headers: { ...withKey(), ...headers } });

const signIn = (shop: ConformanceShop, body: object, headers: Headers = {}) =>
  shop.post(SESSION, body, headers);
const WRONG_LINK = { token: 'b'.repeat(43) };

/** A paid order that is disputed and of which a parcel is out. */
async function disputedNumber(shop: ConformanceShop): Promise<string> {
  const { id, cookie } = await paidOrder(shop);
  const { body } = await confirmation(shop, id, { cookie });
  const { orderNumber } = JSON.parse(body) as { orderNumber: string };
  await ship(shop, orderNumber);
  await shop.shop.sandbox.call('POST', `sessions/${id}/dispute`, {});
  return orderNumber;
}

/** Asks until the answer has all of these. */
const untilHas = (ask: () => Promise<Answer>, ...parts: (string | RegExp)[]) =>
  until(ask, ({ body }) => parts.every((part) => body.search(part) >= 0), { timeoutMs: 20_000 });

const ORDERS = '/api/staff/orders';
const order = (number: string) => get(`${ORDERS}/${number}`);

export const staffReadScenarios: Scenarios = {
  'whoAmI 200': usual((shop) => get(SESSION)(shop, {})),
  ...ofStaff('whoAmI', get(SESSION)),
  'signOut 204': usual((shop) => signOut(shop, {})),
  ...ofStaff('signOut', signOut),
  'signOutEverywhere 204': usual((shop) => signOutEverywhere(shop, {})),
  ...ofStaff('signOutEverywhere', signOutEverywhere),
  'signIn 200': usual((shop) => signIn(shop, { token: signInTokens[0] })),
  'signIn 400 INVALID_REQUEST': usual((shop) => signIn(shop, { token: 'short' })),
  'signIn 403 SIGN_IN_NOT_VALID': usual((shop) => signIn(shop, WRONG_LINK)),
  'signIn 403 ORIGIN_NOT_ALLOWED': usual((shop) => signIn(shop, WRONG_LINK, FOREIGN)),
  'signIn 413 PAYLOAD_TOO_LARGE': usual((shop) => signIn(shop, TOO_LARGE)),
  'signIn 415 UNSUPPORTED_MEDIA_TYPE': usual((shop) =>
    signIn(shop, WRONG_LINK, { 'content-type': 'text/plain' }),
  ),
  'signIn 429 RATE_LIMITED': usual(async (shop) => {
    const headers = { 'x-forwarded-for': '203.0.112.99' };
    for (let n = 0; n < MOST_WRONG; n += 1) await signIn(shop, WRONG_LINK, headers);
    return signIn(shop, WRONG_LINK, headers);
  }),
  'signIn 500 INTERNAL_ERROR': databaseBroken((shop) => signIn(shop, WRONG_LINK)),
  'signIn 503 SERVICE_UNAVAILABLE': databaseUnavailable((shop) => signIn(shop, WRONG_LINK)),

  // What runs beside the API has looked once, and there is something for a person.
  'staffOverview 200': usual(async (shop) => {
    await disputedNumber(shop);
    const parts = ['dispute_open', /"lastEventAt":"/, /"lastSweepAt":"/, /"endpointComparedAt":"/];
    return untilHas(
      () => get('/api/staff/overview')(shop, {}),
      ...parts,
      /"clockSkewSeconds":-?\d/,
    );
  }),
  ...ofStaff('staffOverview', get('/api/staff/overview')),

  'staffOrders 200': usual(async (shop) =>
    get(`${ORDERS}?q=${await disputedNumber(shop)}`)(shop, {}),
  ),
  ...ofStaff('staffOrders', get(ORDERS)),
  'staffOrders 400 INVALID_REQUEST': usual((shop) => get(`${ORDERS}?q=ab`)(shop, {})),
  'staffOrders 403 ROLE_NOT_ALLOWED': usual((shop) =>
    get(`${ORDERS}?q=jenny`)(shop, withKey('viewer')),
  ),
  'staffOrders 503 STRIPE_UNAVAILABLE': stripeGone((shop) => get(`${ORDERS}?q=ch_1`)(shop, {})),

  'staffOrder 200': usual(async (shop) => {
    const number = await disputedNumber(shop);
    return untilHas(
      () => order(number)(shop, {}),
      /"code":"dispute_open"/,
      'confirmation_mail sent',
    );
  }),
  ...ofStaff('staffOrder', order(UNKNOWN)),
  'staffOrder 404 ORDER_NOT_FOUND': usual((shop) => order(UNKNOWN)(shop, {})),

  'staffEvents 200': usual(async (shop) => {
    const { id } = await paidOrder(shop);
    return untilHas(() => get(`/api/staff/events?subject=${id}`)(shop, {}), '"outcome":"synced"');
  }),
  ...ofStaff('staffEvents', get('/api/staff/events')),
  'staffEvents 400 INVALID_REQUEST': usual((shop) => get('/api/staff/events?after=1')(shop, {})),

  'staffEvent 200': usual(async (shop) => {
    const { id } = await paidOrder(shop);
    const { body } = await untilHas(
      () => get(`/api/staff/events?subject=${id}`)(shop, {}),
      /"type":"checkout.session.completed"[^}]*"outcome":"synced"/,
    );
    const { events } = JSON.parse(body) as { events: { id: string; type: string }[] };
    const event = events.find(({ type }) => type === 'checkout.session.completed');
    return untilHas(() => get(`/api/staff/events/${event?.id}`)(shop, {}), '"state":"done"');
  }),
  ...ofStaff('staffEvent', get('/api/staff/events/evt_unknown')),
  'staffEvent 404 EVENT_NOT_FOUND': usual((shop) => get('/api/staff/events/evt_unknown')(shop, {})),

  'staffFigures 200': usual(async (shop) => {
    await paidOrder(shop);
    const ask = () => get('/api/staff/figures?range=day')(shop, {});
    return untilHas(ask, /"money":\[\{/, /"fulfilment":\{/);
  }),
  ...ofStaff('staffFigures', get('/api/staff/figures?range=day')),
  'staffFigures 400 INVALID_REQUEST': usual((shop) =>
    get('/api/staff/figures?range=year')(shop, {}),
  ),

  'deadLetters 200': usual((shop) => get('/api/staff/dead-letters')(shop, {})),
  ...ofStaff('deadLetters', get('/api/staff/dead-letters')),
  'deadLetters 400 INVALID_REQUEST': usual((shop) =>
    get('/api/staff/dead-letters?after=1')(shop, {}),
  ),

  // The first page of a shop's life, so that it is the last one: there is no next.
  'staffAudit 200': usual((shop) =>
    get(`/api/staff/audit?after=${Buffer.from('30').toString('base64url')}`)(shop, {}),
  ),
  ...ofStaff('staffAudit', get('/api/staff/audit')),
  'staffAudit 400 INVALID_REQUEST': usual((shop) => get('/api/staff/audit?after=1')(shop, {})),
};
