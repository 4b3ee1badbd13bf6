import { formatMoney } from '@shop/money';
import { html, type Html } from '../hosted-page/html';
import { successUrl } from '../hosted-page/way-back';
import { actionForms, type Sale } from './session-actions';
import { badge, moment, type Tone } from './text';

export function sessionItem(sale: Sale): Html {
  const { session } = sale;
  const { id } = session;
  const amount =
    session.amount_total !== null && session.currency
      ? formatMoney(session.amount_total, session.currency, 'en')
      : session.mode;
  const order = session.metadata?.['order_number'] ?? session.client_reference_id;
  const confirmation = session.status === 'complete' ? successUrl(session) || null : null;
  const who =
    session.customer_details?.name ?? session.customer_details?.email ?? session.customer_email;
  return html`<li id="${id}" class="card" tabindex="-1">
    <div class="headline">
      <span class="amount">${amount}</span>
      ${statesOf(sale).map(([word, tone]) => badge(word, tone))}
      <span class="when">${moment(session.created * 1000)}</span>
    </div>
    <p class="who">
      <span>${who ?? 'Nobody yet'}</span>
      ${order && html`<span class="order">Order ${order}</span>`}
    </p>
    <p class="links">
      ${session.url && html`<a href="${session.url}">Payment page</a>`}
      ${confirmation !== null && html`<a href="${confirmation}">Confirmation</a>`}
      <a href="/sandbox/api/sessions/${id}">JSON</a>
    </p>
    <div class="foot">
      <details id="${id}-more">
        <summary>Details<span class="unseen"> of ${id}</span></summary>
        <dl class="facts">
          ${factsOf(sale).map(
            ([name, value]) =>
              html`<div>
                <dt>${name}</dt>
                <dd>${value}</dd>
              </div>`,
          )}
        </dl>
      </details>
      <div class="actions">${actionForms(sale)}</div>
    </div>
  </li>`;
}

type State = [word: string, tone: Tone];

/** The state of the payment, refunds and disputes; the details use Stripe's words. */
function statesOf(sale: Sale): State[] {
  const { session, payment } = sale;
  const states = [stateOf(sale)];
  if (payment.refundedMinor > 0) {
    const isPart = payment.refundedMinor < (session.amount_total ?? 0);
    states.push([isPart ? 'partly refunded' : 'refunded', 'calm']);
  }
  const [dispute] = payment.disputes;
  if (dispute) states.push(['dispute ' + dispute.status.replaceAll('_', ' '), 'bad']);
  if (payment.review?.open) states.push(['in review', 'waiting']);
  return states;
}

function stateOf({ session: { status, payment_status }, payment: { intentStatus } }: Sale): State {
  if (status === 'open') return ['open', 'calm'];
  if (status === 'expired') return ['expired', 'off'];
  if (payment_status === 'paid') return ['paid', 'good'];
  if (payment_status === 'no_payment_required') return ['nothing to pay', 'good'];
  return UNPAID[intentStatus ?? ''] ?? ['unpaid', 'waiting'];
}

const UNPAID: Readonly<Record<string, State>> = {
  processing: ['processing', 'waiting'],
  requires_action: ['awaiting voucher', 'waiting'],
  requires_capture: ['authorised', 'waiting'],
  requires_payment_method: ['payment failed', 'bad'],
  canceled: ['payment canceled', 'bad'],
};

function factsOf({ session, payment }: Sale): [name: string, value: string][] {
  const facts: [string, unknown][] = [
    ['Session', session.id],
    ['Mode', session.mode],
    ['Payment methods', session.payment_method_types.join(', ')],
    ['Status', session.status],
    ['Payment status', session.payment_status],
    ['Payment intent', session.payment_intent],
    ['Payment intent status', payment.intentStatus],
    ['Subscription', session.subscription],
    ['Customer', session.customer],
    ['Account', session.customer_account],
    ['Email', session.customer_details?.email ?? session.customer_email],
    ['Phone', session.customer_details?.phone],
    ['Locale', session.locale],
    ...payment.refunds.map((refund): [string, unknown] => [
      `Refund, ${refund.status}`,
      `${formatMoney(refund.amount, refund.currency, 'en')}, ${refund.id}`,
    ]),
    ...payment.disputes.map((dispute): [string, unknown] => [
      `Dispute, ${dispute.status}`,
      dispute.id,
    ]),
    ['Review', payment.review?.id],
    ...Object.entries(session.metadata ?? {}).map(([key, value]): [string, unknown] => [
      `metadata.${key}`,
      value,
    ]),
  ];
  return facts.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
}
