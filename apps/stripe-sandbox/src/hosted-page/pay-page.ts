import { formatMoney } from '@shop/money';
import type Stripe from 'stripe';
import { html, type Html } from './html';
import { layout } from './layout';
import type { Words } from './words';

/** What the shopper had typed, shown again after a decline. */
export interface PayForm {
  email: string;
  cardNumber: string;
  cardExpiry: string;
  cardCvc: string;
  billingName: string;
}

export interface PayPageModel {
  session: Stripe.Checkout.Session;
  lines: { line: Stripe.LineItem; imageUrl: string | null }[];
  form: PayForm;
  /** Why the last attempt failed, in Stripe's words. */
  problem: { message: string; field: string | null } | null;
}

export function payPage(model: PayPageModel, words: Words, locale: string): string {
  const { session } = model;
  const money = (amountMinor: number) =>
    formatMoney(amountMinor, session.currency ?? 'usd', locale);
  const total = session.amount_total ?? 0;
  const payLabel = total === 0 ? words.payNothing : words.pay(money(total));
  return layout(
    {
      lang: locale,
      title: payLabel,
      body: html`<main class="checkout">
        <section class="summary" aria-labelledby="summary-title">
          ${
            session.cancel_url &&
            html`<a class="back" href="${session.cancel_url}"
              ><span aria-hidden="true">←</span> ${words.back}</a
            >`
          }
          <h1 id="summary-title">${words.orderSummary}</h1>
          <p class="grand-total">${money(total)}</p>
          <ul class="lines">
            ${model.lines.map((line) => lineItem(line, money, words))}
          </ul>
          <dl class="totals">
            <div>
              <dt>${words.subtotal}</dt>
              <dd>${money(session.amount_subtotal ?? 0)}</dd>
            </div>
            <div class="due">
              <dt>${words.total}</dt>
              <dd>${money(total)}</dd>
            </div>
          </dl>
        </section>
        <section class="payment" aria-label="${words.paymentMethod}">
          ${payForm(model, words, payLabel)}
        </section>
      </main>`,
    },
    words,
  );
}

function lineItem(
  { line, imageUrl }: PayPageModel['lines'][number],
  money: (amountMinor: number) => string,
  words: Words,
): Html {
  const quantity = line.quantity ?? 1;
  return html`<li>
    ${
      imageUrl
        ? html`<img src="${imageUrl}" alt="" width="56" height="56" />`
        : html`<span class="no-image" aria-hidden="true"></span>`
    }
    <span class="what">
      <span class="name">${line.description}</span>
      <span class="quantity">${words.quantity(quantity)}</span>
    </span>
    <span class="amount">
      <span>${money(line.amount_subtotal)}</span>
      ${
        quantity > 1 &&
        html`<span class="each">${words.each(money(line.price?.unit_amount ?? 0))}</span>`
      }
    </span>
  </li>`;
}

function payForm(model: PayPageModel, words: Words, payLabel: string): Html {
  const { session, form, problem } = model;
  const emailIsFixed = session.customer_details?.email != null && session.status === 'open';
  const invalid = (field: string) =>
    problem?.field === field && html`aria-invalid="true" aria-describedby="problem"`;
  return html`<form method="post" action="/c/pay/${session.id}" class="pay-form" novalidate>
    ${problem && html`<p role="alert" id="problem" class="problem">${problem.message}</p>`}
    <h2>${words.contact}</h2>
    <label for="email">${words.email}</label>
    <input
      id="email"
      name="email"
      type="email"
      autocomplete="email"
      required
      value="${form.email}"
      ${emailIsFixed && html`readonly`}
      ${invalid('email')}
    />
    <h2>${words.paymentMethod}</h2>
    ${(session.amount_total ?? 0) > 0 && cardFields(form, words, invalid)}
    <label for="billingName">${words.cardholderName}</label>
    <input
      id="billingName"
      name="billingName"
      autocomplete="cc-name"
      required
      value="${form.billingName}"
      ${invalid('name')}
    />
    <button type="submit" data-processing="${words.processing}">${payLabel}</button>
    <p class="hint">${words.testCardHint}</p>
  </form>`;
}

function cardFields(form: PayForm, words: Words, invalid: (field: string) => Html | false): Html {
  return html`<label for="cardNumber">${words.cardNumber}</label>
    <input
      id="cardNumber"
      name="cardNumber"
      inputmode="numeric"
      autocomplete="cc-number"
      placeholder="1234 1234 1234 1234"
      required
      value="${form.cardNumber}"
      ${invalid('number')}
    />
    <div class="pair">
      <div>
        <label for="cardExpiry">${words.expiration}</label>
        <input
          id="cardExpiry"
          name="cardExpiry"
          inputmode="numeric"
          autocomplete="cc-exp"
          placeholder="${words.expirationHint}"
          required
          value="${form.cardExpiry}"
          ${invalid('expiry')}
        />
      </div>
      <div>
        <label for="cardCvc">${words.cvc}</label>
        <input
          id="cardCvc"
          name="cardCvc"
          inputmode="numeric"
          autocomplete="cc-csc"
          placeholder="${words.cvc}"
          required
          value="${form.cardCvc}"
          ${invalid('cvc')}
        />
      </div>
    </div>`;
}
