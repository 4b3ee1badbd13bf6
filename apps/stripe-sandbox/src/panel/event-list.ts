import type { Delivery } from '../engine/event-record';
import { html, type Html } from '../hosted-page/html';
import type { EndpointView, EventView } from './control-client';
import { controlForm } from './control-form';
import { badge, count, moment, type Tone } from './text';

export function eventItem(event: EventView, all: readonly EndpointView[]): Html {
  // Thin events go to event destinations only.
  const endpoints = all.filter(({ kind }) => event.data || kind !== 'webhook_endpoint');
  const { id, deliveries } = event;
  const objectId = event.data?.object.id ?? event.related_object?.id;
  const atMs = typeof event.created === 'number' ? event.created * 1000 : Date.parse(event.created);
  const [word, tone] = stateOf(event);
  return html`<li id="${id}" class="card" tabindex="-1">
    <div class="headline">
      <span class="type">${event.type}</span>
      ${badge(word, tone)}
      <span class="when">${moment(atMs)}</span>
    </div>
    <p class="about">${objectId}</p>
    <div class="foot">
      <details id="${id}-more">
        <summary>${count(deliveries.length, 'delivery', 'deliveries')}</summary>
        <p class="about">${id} <a href="/sandbox/api/events/${id}">JSON</a></p>
        ${
          deliveries.length > 0 &&
          html`<ol class="deliveries">
            ${deliveries.map(deliveryItem)}
          </ol>`
        }
      </details>
      <div class="actions">
        ${
          endpoints.length > 0 &&
          controlForm({
            id: `${id}-redeliver`,
            method: 'POST',
            path: `events/${id}/redeliver`,
            button: 'Redeliver',
            about: `${event.type} ${id}`,
            ...(endpoints.length > 1 && {
              fields: {
                endpoint: {
                  kind: 'choice',
                  label: 'To',
                  options: [
                    ['', 'all endpoints'],
                    ...endpoints.map((endpoint) => [endpoint.id, endpoint.url] as const),
                  ],
                },
              },
            }),
          })
        }
      </div>
    </div>
  </li>`;
}

function deliveryItem(delivery: Delivery): Html {
  const { status, error, body } = delivery;
  return html`<li>
    <p>
      ${badge(String(status ?? error ?? 'no answer'), isTaken(delivery) ? 'good' : 'bad')} try
      ${delivery.attempt}, ${moment(delivery.atMs)}, ${delivery.durationMs} ms
    </p>
    <p class="about">${delivery.url}</p>
    ${body && html`<pre tabindex="0" aria-label="What the endpoint answered">${body}</pre>`}
  </li>`;
}

/** Whether every endpoint that asked for the event has taken it. */
function stateOf({ deliveries, pendingEndpoints }: EventView): [word: string, tone: Tone] {
  if (pendingEndpoints.length === 0) {
    return deliveries.length === 0 ? ['nobody asked', 'off'] : ['delivered', 'good'];
  }
  return deliveries.length === 0 ? ['on its way', 'calm'] : ['not delivered', 'bad'];
}

const isTaken = ({ status }: Delivery) => status !== null && status >= 200 && status < 300;
