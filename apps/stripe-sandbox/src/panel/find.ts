import type { ControlState, EventView, SessionView } from './control-client';
import { Families } from './families';

type Found = Pick<ControlState, 'sessions' | 'events'>;

/**
 * The sessions and events that contain the text at the start of a word: "paid" does not find "unpaid". If the text is
 * an id or an order of a session, everything of that session is found: its payment, refunds, disputes, invoices.
 */
export function find({ sessions, events }: Found, query: string): Found {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return { sessions, events };
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${wanted.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&')}`,
    'u',
  );
  const contains = (object: object) => valuesOf(object).some((value) => pattern.test(value));
  const families = new Families();
  for (const session of sessions) families.join(linksOf(session));
  for (const event of events) families.join(linksOfEvent(event));
  const named = new Set(
    sessions
      .filter((session) => orderNamesOf(session).includes(wanted))
      .map(({ id }) => families.of(id)),
  );
  for (const links of [...sessions.map(linksOf), ...events.map(linksOfEvent)]) {
    if (links.some((id) => id.toLowerCase() === wanted)) named.add(families.of(links[0] ?? ''));
  }
  const isNamed = (id = '') => named.has(families.of(id));
  return {
    sessions: sessions.filter((session) => isNamed(session.id) || contains(session)),
    events: events.filter((event) => isNamed(linksOfEvent(event)[0]) || contains(event)),
  };
}

/** What a session's order may be called: its reference and the values of its metadata. */
function orderNamesOf(session: SessionView): string[] {
  const names = [session.client_reference_id ?? '', ...Object.values(session.metadata ?? {})];
  return names.filter(Boolean).map((name) => name.toLowerCase());
}

/** Fields that lead from one object of a payment to another. Customers and prices belong to many payments. */
const LINKS = [
  'id',
  'payment_intent',
  'setup_intent',
  'latest_charge',
  'charge',
  'review',
  'subscription',
  'invoice',
  'latest_invoice',
];

function linksOf(object: object): string[] {
  const fields = object as Record<string, unknown>;
  const nested = [
    (fields['payment'] as { payment_intent?: unknown } | undefined)?.payment_intent,
    (fields['parent'] as { subscription_details?: { subscription?: unknown } } | null | undefined)
      ?.subscription_details?.subscription,
  ];
  return [...LINKS.map((name) => fields[name]), ...nested].filter(
    (id): id is string => typeof id === 'string',
  );
}

function linksOfEvent({ data, related_object: related }: EventView): string[] {
  if (data) return linksOf(data.object);
  return related ? [related.id] : [];
}

function valuesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value.toLowerCase()];
  if (typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(valuesOf);
}
