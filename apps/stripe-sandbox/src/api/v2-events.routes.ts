import type Stripe from 'stripe';
import {
  createDestination,
  deleteDestination,
  destinationView,
  enableDestination,
  getDestination,
  listDestinations,
  updateDestination,
} from '../engine/event-destinations';
import { listThinEvents, retrieveThinEvent } from '../engine/events';
import { route } from './route';
import { PAGE, v2Page, type V2PageParams } from './v2-page';

export const v2EventRoutes = [
  route<Stripe.V2.Core.EventListParams & V2PageParams>({
    method: 'GET',
    path: '/v2/core/events',
    params: 'V2.Core.EventListParams',
    legacy: PAGE,
    supports: ['limit', 'object_id', 'types'],
    run: (engine, _id, params) => v2Page(listThinEvents(engine, params), params, '/v2/core/events'),
  }),
  route<Stripe.V2.Core.EventRetrieveParams>({
    method: 'GET',
    path: '/v2/core/events/:id',
    params: 'V2.Core.EventRetrieveParams',
    supports: [],
    run: (engine, id) => retrieveThinEvent(engine, id),
  }),
  route<Stripe.V2.Core.EventDestinationCreateParams>({
    method: 'POST',
    path: '/v2/core/event_destinations',
    params: 'V2.Core.EventDestinationCreateParams',
    supports: [
      'description',
      'enabled_events',
      'event_payload',
      'include',
      'metadata',
      'name',
      'type',
      'webhook_endpoint',
    ],
    run: (engine, _id, params) => createDestination(engine, params),
  }),
  route<Stripe.V2.Core.EventDestinationListParams & V2PageParams>({
    method: 'GET',
    path: '/v2/core/event_destinations',
    params: 'V2.Core.EventDestinationListParams',
    legacy: PAGE,
    supports: ['include', 'limit'],
    run: (engine, _id, params) => {
      const page = v2Page(listDestinations(engine), params, '/v2/core/event_destinations');
      return { ...page, data: page.data.map((object) => destinationView(object, params.include)) };
    },
  }),
  route<Stripe.V2.Core.EventDestinationRetrieveParams>({
    method: 'GET',
    path: '/v2/core/event_destinations/:id',
    params: 'V2.Core.EventDestinationRetrieveParams',
    supports: ['include'],
    run: (engine, id, params) => destinationView(getDestination(engine, id).object, params.include),
  }),
  route<Stripe.V2.Core.EventDestinationUpdateParams>({
    method: 'POST',
    path: '/v2/core/event_destinations/:id',
    params: 'V2.Core.EventDestinationUpdateParams',
    supports: ['description', 'enabled_events', 'include', 'metadata', 'name', 'webhook_endpoint'],
    run: (engine, id, params) =>
      destinationView(updateDestination(engine, id, params), params.include),
  }),
  route<Stripe.V2.Core.EventDestinationDeleteParams>({
    method: 'DELETE',
    path: '/v2/core/event_destinations/:id',
    params: 'V2.Core.EventDestinationDeleteParams',
    supports: [],
    untyped: true,
    run: (engine, id) => deleteDestination(engine, id),
  }),
  route<Stripe.V2.Core.EventDestinationEnableParams>({
    method: 'POST',
    path: '/v2/core/event_destinations/:id/enable',
    params: 'V2.Core.EventDestinationEnableParams',
    supports: [],
    run: (engine, id) => destinationView(enableDestination(engine, id, true)),
  }),
  route<Stripe.V2.Core.EventDestinationDisableParams>({
    method: 'POST',
    path: '/v2/core/event_destinations/:id/disable',
    params: 'V2.Core.EventDestinationDisableParams',
    supports: [],
    run: (engine, id) => destinationView(enableDestination(engine, id, false)),
  }),
];
