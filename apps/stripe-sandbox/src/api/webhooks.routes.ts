import type Stripe from 'stripe';
import { listEvents, retrieveEvent } from '../engine/events';
import {
  createEndpoint,
  deleteEndpoint,
  getEndpoint,
  listEndpoints,
  updateEndpoint,
} from '../engine/webhook-endpoints';
import { LIST_PARAMS, route } from './route';

export const webhookRoutes = [
  route<Stripe.EventListParams>({
    method: 'GET',
    path: '/v1/events',
    params: 'EventListParams',
    supports: [...LIST_PARAMS, 'created', 'delivery_success', 'type', 'types'],
    run: (engine, _id, params) => listEvents(engine, params),
  }),
  route<Stripe.EventRetrieveParams>({
    method: 'GET',
    path: '/v1/events/:id',
    params: 'EventRetrieveParams',
    supports: ['expand'],
    run: (engine, id) => retrieveEvent(engine, id),
  }),
  route<Stripe.WebhookEndpointCreateParams>({
    method: 'POST',
    path: '/v1/webhook_endpoints',
    params: 'WebhookEndpointCreateParams',
    supports: ['api_version', 'description', 'enabled_events', 'expand', 'metadata', 'url'],
    run: (engine, _id, params) => createEndpoint(engine, params),
  }),
  route<Stripe.WebhookEndpointListParams>({
    method: 'GET',
    path: '/v1/webhook_endpoints',
    params: 'WebhookEndpointListParams',
    supports: LIST_PARAMS,
    run: (engine, _id, params) => listEndpoints(engine, params),
  }),
  route<Stripe.WebhookEndpointRetrieveParams>({
    method: 'GET',
    path: '/v1/webhook_endpoints/:id',
    params: 'WebhookEndpointRetrieveParams',
    supports: ['expand'],
    run: (engine, id) => getEndpoint(engine, id).object,
  }),
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
