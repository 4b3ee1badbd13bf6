import type { Request } from 'express';
import type Stripe from 'stripe';
import type { Delivery } from '../engine/event-record';
import type { Settings } from '../engine/settings';
import type { Switches } from '../engine/switches';
import type { Faults } from '../http/faults';
import type { View } from './view';

export type SessionView = Stripe.Checkout.Session;

/** An event of the API's first version with its object, or a thin one of the second, which only points at it. */
export interface EventView {
  id: string;
  type: string;
  /** Seconds since 1970, or an ISO time in a thin event. */
  created: number | string;
  data?: { object: { id?: string } };
  related_object?: { id: string } | null;
  /** The endpoints that have not taken it yet. */
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

/** All that the panel shows, as the control API answers it. */
export interface ControlState {
  sessions: SessionView[];
  events: EventView[];
  endpoints: EndpointView[];
  faults: Faults;
  settings: Settings;
}

/** The control API refused or failed; `status` and the message are its own. */
export class ControlRefusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Reads the state through the control API, so that the panel shows nothing that a test could not read. The API is
 * asked at the address the reader came to: one who may not call it himself gets its refusal here too.
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
