import type { Request } from 'express';
import type Stripe from 'stripe';
import type { Delivery } from '../engine/event-record';
import type { Settings } from '../engine/settings';
import type { Switches } from '../engine/switches';
import type { Faults } from '../http/faults';
import type { View } from './view';

export type SessionView = Stripe.Checkout.Session;

/** A v1 event with its object, or a thin v2 event with a reference to it. */
export interface EventView {
  id: string;
  type: string;
  /** Seconds since 1970, or an ISO time in a thin event. */
  created: number | string;
  data?: { object: { id?: string } };
  related_object?: { id: string } | null;
  /** The endpoints that have not taken the event yet. */
  pendingEndpoints: string[];
  deliveries: Delivery[];
}

export interface EndpointView {
  id: string;
  /** `webhook_endpoint`, or `v2.core.event_destination`. */
  kind: string;
  url: string;
  status: string;
  enabledEvents: string[];
  switches: Switches;
}

/** The data of the panel, as the control API returns it. */
export interface ControlState {
  sessions: SessionView[];
  events: EventView[];
  endpoints: EndpointView[];
  faults: Faults;
  settings: Settings;
}

/** A refusal or failure of the control API, with its status and message. */
export class ControlRefusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Reads the state through the control API, so that the panel shows nothing that a test cannot read. The API is
 * called at the address of the reader's request, so that its access rules apply to the panel too.
 */
export async function readControlState(
  { socket }: Request,
  { toRead }: Pick<View, 'toRead'>,
): Promise<ControlState> {
  const { localAddress = '127.0.0.1', localPort } = socket;
  const host = localAddress.includes(':') ? `[${localAddress}]` : localAddress;
  const read = async (path: string): Promise<unknown> => {
    const response = await fetch(`http://${host}:${localPort}/sandbox/api/${path}`);
    const body: unknown = await response.json();
    if (response.ok) return body;
    const { error } = body as { error: { message: string } };
    throw new ControlRefusal(response.status, error.message);
  };
  const [sessions, events, endpoints, faults, settings] = await Promise.all(
    [
      `sessions?limit=${toRead.sessions}`,
      `events?limit=${toRead.events}`,
      'endpoints',
      'faults',
      'settings',
    ].map(read),
  );
  return {
    ...(sessions as Pick<ControlState, 'sessions'>),
    ...(events as Pick<ControlState, 'events'>),
    ...(endpoints as Pick<ControlState, 'endpoints'>),
    faults: faults as Faults,
    settings: settings as Settings,
  };
}
