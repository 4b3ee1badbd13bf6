import { formatMoney } from '@shop/money';
import { html, type Html } from '../hosted-page/html';
import type { SessionView } from './control-client';
import { actionForms } from './session-actions';
import { badge, moment, type Tone } from './text';

export function sessionItem(session: SessionView): Html {
  const { id } = session;
  const [word, tone] = stateOf(session);
  const amount =
    session.amount_total !== null && session.currency
      ? formatMoney(session.amount_total, session.currency, 'en')
      : session.mode;
  const who =
    session.customer_details?.name ?? session.customer_details?.email ?? session.customer_email;
  return html`<li id="${id}" class="card" tabindex="-1">
    <div class="headline">
      <span class="amount">${amount}</span>
      ${badge(word, tone)}
      <span class="when">${moment(session.created * 1000)}</span>
    </div>
    <p class="who">
      <span>${who ?? 'Nobody yet'}</span>
      ${session.client_reference_id && html`<span class="order">Order ${session.client_reference_id}</span>`}
    </p>
    <div class="foot">
      <details id="${id}-more">
        <summary>Details<span class="unseen"> of ${id}</span></summary>
        <dl class="facts">
          ${factsOf(session).map(
            ([name, value]) =>
              html`<div>
                <dt>${name}</dt>
                <dd>${value}</dd>
              </div>`,
          )}
        </dl>
        <p class="links">
          ${session.url && html`<a href="${session.url}">Payment page</a>`}
          <a href="/sandbox/api/sessions/${id}">JSON</a>
        </p>
      </details>
      <div class="actions">${actionForms(session)}</div>
    </div>
  </li>`;
}

/** One word for where the payment stands; the details say it in Stripe's words. */
function stateOf({ status, payment_status }: SessionView): [word: string, tone: Tone] {
  if (status === 'open') return ['open', 'calm'];
  if (status === 'expired') return ['expired', 'off'];
  if (payment_status === 'paid') return ['paid', 'good'];
  if (payment_status === 'no_payment_required') return ['nothing to pay', 'good'];
  return ['unpaid', 'waiting'];
}

function factsOf(session: SessionView): [name: string, value: string][] {
  const facts: [string, unknown][] = [
    ['Session', session.id],
    ['Mode', session.mode],
    ['Status', session.status],
    ['Payment status', session.payment_status],
    ['Payment intent', session.payment_intent],
    ['Subscription', session.subscription],
    ['Customer', session.customer],
    ['Account', session.customer_account],
    ['Email', session.customer_details?.email ?? session.customer_email],
    ['Phone', session.customer_details?.phone],
    ['Locale', session.locale],
    ...Object.entries(session.metadata ?? {}).map(([key, value]): [string, unknown] => [
      `metadata.${key}`,
      value,
    ]),
  ];
  return facts.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
}
