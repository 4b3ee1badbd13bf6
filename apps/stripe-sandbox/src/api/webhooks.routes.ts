import type Stripe from 'stripe';
import { listEvents, retrieveEvent } from '../engine/events';
import { retryEvent } from '../engine/retry-event';
import {
  createEndpoint,
  deleteEndpoint,
  getEndpoint,
  listEndpoints,
  updateEndpoint,
} from '../engine/webhook-endpoints';
import { listRoute, retrieveRoute, route } from './route';

export const webhookRoutes = [
  listRoute<Stripe.EventListParams>(
    '/v1/events',
    'EventListParams',
    ['created', 'delivery_success', 'type', 'types'],
    listEvents,
  ),
  retrieveRoute('/v1/events/:id', 'EventRetrieveParams', retrieveEvent),
  // Not in the SDK: `stripe events resend` uses it. The sandbox has no `stripe listen`, so that a resend without an
  // endpoint (`for_stripecli`) goes to all endpoints.
  route<{ webhook_endpoint?: string }>({
    method: 'POST',
    path: '/v1/events/:id/retry',
    params: {
      type: 'object',
      properties: {
        expand: { type: 'array', items: { type: 'string' } },
        for_stripecli: { type: 'boolean' },
        webhook_endpoint: { type: 'string' },
      },
    },
    supports: ['expand', 'for_stripecli', 'webhook_endpoint'],
    run: (engine, id, params) => retryEvent(engine, id, params),
  }),
  route<Stripe.WebhookEndpointCreateParams>({
    method: 'POST',
    path: '/v1/webhook_endpoints',
    params: 'WebhookEndpointCreateParams',
    supports: ['api_version', 'description', 'enabled_events', 'expand', 'metadata', 'url'],
    run: (engine, _id, params) => createEndpoint(engine, params),
  }),
  listRoute<Stripe.WebhookEndpointListParams>(
    '/v1/webhook_endpoints',
    'WebhookEndpointListParams',
    [],
    listEndpoints,
  ),
  retrieveRoute(
    '/v1/webhook_endpoints/:id',
    'WebhookEndpointRetrieveParams',
    (engine, id) => getEndpoint(engine, id).object,
  ),
  route<Stripe.WebhookEndpointUpdateParams>({
    method: 'POST',
    path: '/v1/webhook_endpoints/:id',
    params: 'WebhookEndpointUpdateParams',
    supports: ['description', 'disabled', 'enabled_events', 'expand', 'metadata', 'url'],
    run: (engine, id, params) => updateEndpoint(engine, id, params),
  }),
  route<Stripe.WebhookEndpointDeleteParams>({
    method: 'DELETE',
    path: '/v1/webhook_endpoints/:id',
    params: 'WebhookEndpointDeleteParams',
    supports: [],
    run: (engine, id) => deleteEndpoint(engine, id),
  }),
];
