import { defaultSwitches, type Switches } from '../engine/switches';
import { html, type Html } from '../hosted-page/html';
import { faultFields, settingFields, switchFields } from './behaviour-fields';
import type { ControlState, EndpointView } from './control-client';
import { controlForm, foldedForm } from './control-form';
import { badge, count } from './text';

/** A folded card; its summary shows whether anything is unusual. */
function card(id: string, title: string, state: Html, content: Html): Html {
  return html`<details class="card control" id="${id}">
    <summary>
      <h2>${title}</h2>
      ${state}
    </summary>
    ${content}
  </details>`;
}

export function endpointsCard({ endpoints }: ControlState): Html {
  const bent = endpoints.filter(({ switches }) => isBent(switches)).length;
  const state =
    bent > 0
      ? badge(`${bent} misbehaving`, 'waiting')
      : badge(count(endpoints.length, 'endpoint'), 'calm');
  const content =
    endpoints.length > 0
      ? html`<ul class="endpoints">
            ${endpoints.map(endpointItem)}
          </ul>
          ${controlForm({
            id: 'retry-now',
            method: 'POST',
            path: 'retry-now',
            button: 'Start all waiting retries now',
          })}`
      : html`<p class="empty">
          No webhook endpoint. Register one through the API, or start with SANDBOX_WEBHOOK_URL and
          SANDBOX_WEBHOOK_SECRET.
        </p>`;
  return card('endpoints', 'Webhook endpoints', state, content);
}

function endpointItem({ id, kind, url, status, enabledEvents, switches }: EndpointView): Html {
  return html`<li id="${id}">
    <h3>${url}</h3>
    <p class="about">
      ${id}, ${status}, ${kind === 'webhook_endpoint' ? 'webhook endpoint' : 'event destination'}
      for ${enabledEvents.includes('*') ? 'all events' : enabledEvents.join(', ')}
    </p>
    ${controlForm({
      id: `${id}-switches`,
      method: 'PUT',
      path: `endpoints/${id}/switches`,
      button: 'Apply',
      about: `to ${url}`,
      fields: switchFields,
      values: { ...switches },
      look: 'strong',
    })}
    ${foldedForm(
      {
        id: `${id}-roll-secret`,
        method: 'POST',
        path: `endpoints/${id}/roll-secret`,
        button: 'Rotate secret',
        about: `of ${url}`,
        fields: {
          secret: {
            kind: 'text',
            label: 'New secret',
            hint: 'Empty for one made up',
            placeholder: 'whsec_…',
          },
          overlapMs: {
            kind: 'number',
            label: 'The old one signs too for',
            unit: 'ms',
            min: 0,
            max: 86_400_000,
          },
        },
        values: { overlapMs: 0 },
      },
      'Rotate secret…',
    )}
  </li>`;
}

const isBent = (switches: Switches) =>
  (Object.keys(defaultSwitches) as (keyof Switches)[]).some(
    (name) => switches[name] !== defaultSwitches[name],
  );

export function faultsCard({ faults }: ControlState): Html {
  const { latencyMs, status, missingPermissions, reset, hang, stall, drip } = faults;
  const inForce =
    missingPermissions?.length || latencyMs || status || reset || hang || stall || drip;
  const state = inForce ? badge('in force', 'waiting') : badge('none', 'calm');
  return card(
    'faults',
    'API faults',
    state,
    html`<p class="empty">What the shop meets when it calls the API.</p>
      ${controlForm({
        id: 'set-faults',
        method: 'PUT',
        path: 'faults',
        button: 'Apply',
        about: 'faults',
        fields: faultFields,
        values: { ...faults },
        look: 'strong',
      })}
      ${controlForm({
        id: 'clear-faults',
        method: 'PUT',
        path: 'faults',
        button: 'End all faults',
      })}`,
  );
}

export function settingsCard({ settings }: ControlState): Html {
  const state = settings.shopperNeverReturns
    ? badge('nobody returns', 'waiting')
    : badge(settings.customers === 'accounts_v2' ? 'Accounts v2' : 'Customers v1', 'calm');
  return card(
    'settings',
    'Settings',
    state,
    html`${controlForm({
      id: 'set-settings',
      method: 'PUT',
      path: 'settings',
      button: 'Apply',
      about: 'settings',
      fields: settingFields,
      values: { ...settings },
      look: 'strong',
    })}
    ${controlForm({
      id: 'reset-behaviour',
      method: 'POST',
      path: 'reset',
      button: 'Put switches, faults and settings back',
    })}
    ${controlForm({
      id: 'reset-all',
      method: 'POST',
      path: 'reset',
      button: 'Forget everything',
      confirm: 'Forget all products, customers, sessions, payments and events?',
      always: { objects: true },
      look: 'danger',
    })}`,
  );
}
