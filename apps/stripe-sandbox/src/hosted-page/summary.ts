import type Stripe from 'stripe';
import { boundsOf } from '../engine/checkout/adjustable-quantity';
import { html, type Html } from './html';
import type { PayPageModel } from './pay-page-model';
import type { Speech } from './language/speech';
import type { Interval, Words } from './language/words';
import { updateButton } from './shipping-fields';

/** The left side: the link back, the lines and the totals. */
export function summary(model: PayPageModel, speech: Speech): Html {
  const { session } = model;
  const { words, money } = speech;
  const isSetup = session.mode === 'setup';
  return html`<section class="summary" aria-labelledby="summary-title">
    ${
      session.cancel_url &&
      html`<a class="back" href="${session.cancel_url}"
        ><span aria-hidden="true">←</span> ${words.back}</a
      >`
    }
    ${
      session.branding_settings?.display_name &&
      html`<p class="shop-name"><bdi>${session.branding_settings.display_name}</bdi></p>`
    }
    <h1 id="summary-title">${isSetup ? words.setupSummary : words.orderSummary}</h1>
    ${
      !isSetup &&
      html`<p class="grand-total">${money(session.amount_total ?? 0, session.currency)}</p>
        <ul class="lines">
          ${model.lines.map((line) => lineItem(model, line, speech))}
        </ul>
        ${model.lines.some(({ line }) => line.adjustable_quantity?.enabled) && updateButton(session, words)}
        ${model.optionalItems.length > 0 && optionalItems(model, speech)} ${totals(model, speech)}`
    }
  </section>`;
}

function lineItem(
  model: PayPageModel,
  { line, imageUrl }: PayPageModel['lines'][number],
  speech: Speech,
): Html {
  const { words, money } = speech;
  const quantity = line.quantity ?? 1;
  const recurring = line.price?.recurring;
  return html`<li>
    ${
      imageUrl
        ? html`<img src="${imageUrl}" alt="" width="56" height="56" />`
        : html`<span class="no-image" aria-hidden="true"></span>`
    }
    <span class="what">
      <bdi class="name">${line.description}</bdi>
      <span class="quantity">
        ${line.adjustable_quantity?.enabled ? quantityField(line, words) : words.quantity(quantity)}
        ${recurring && html`· ${words.interval(recurring.interval_count, recurring.interval as Interval)}`}
      </span>
      ${model.addedLines.includes(line.id) && changeButton(model, 'removeItem', line.id, words.remove, words.removeItem(line.description ?? ''))}
    </span>
    <span class="amount">
      <span>${money(line.amount_subtotal, line.currency)}</span>
      ${
        quantity > 1 &&
        html`<span class="each"
          >${words.each(money(line.price?.unit_amount ?? 0, line.currency))}</span
        >`
      }
    </span>
  </li>`;
}

function quantityField(line: Stripe.LineItem, words: Words): Html {
  const { least, most } = boundsOf(line);
  const name = `quantity-${line.id}`;
  return html`<input
    form="pay"
    type="number"
    id="${name}"
    name="${name}"
    class="quantity-field"
    min="${least}"
    max="${most}"
    value="${line.quantity}"
    aria-label="${words.quantityOf(line.description ?? '')}"
    data-update
  />`;
}

function optionalItems(model: PayPageModel, { words, money }: Speech): Html {
  return html`<h2>${words.optionalItems}</h2>
    <ul class="lines">
      ${model.optionalItems.map(
        ({ price, name }) =>
          html`<li>
            <span class="what"><bdi class="name">${name}</bdi></span>
            <span class="amount">${money(price.unit_amount ?? 0, price.currency)}</span>
            ${changeButton(model, 'add', price.id, '+', words.add(name))}
          </li>`,
      )}
    </ul>`;
}

/** A button that changes the lines and keeps what was typed. */
function changeButton(
  model: PayPageModel,
  name: string,
  value: string,
  text: string,
  label: string,
): Html {
  return html`<button
    form="pay"
    formaction="/c/pay/${model.session.id}/update"
    formnovalidate
    name="${name}"
    value="${value}"
    class="quiet"
    aria-label="${label}"
  >
    ${text}
  </button>`;
}

function totals(model: PayPageModel, { words, money }: Speech): Html {
  const { session } = model;
  const { amount_discount: discount = 0, amount_tax: tax = 0 } = session.total_details ?? {};
  const { amount_subtotal: subtotal, amount_total: total, shipping_cost: shipping } = session;
  const isTaxIncluded =
    tax > 0 && total === (subtotal ?? 0) - discount + (shipping?.amount_subtotal ?? 0);
  const row = (label: string, amountMinor: number, className = '') =>
    html`<div class="${className}">
      <dt>${label}</dt>
      <dd>${money(amountMinor, session.currency)}</dd>
    </div>`;
  return html`<dl class="totals">
      ${row(words.subtotal, subtotal ?? 0)}
      ${discount > 0 && row(discountLabel(model, words.discount), -discount)}
      ${shipping && row(words.shipping, shipping.amount_subtotal)}
      ${(tax > 0 || session.automatic_tax.enabled) && row(isTaxIncluded ? words.taxIncluded : words.tax, tax)}
      ${row(words.total, total ?? 0, 'due')}
    </dl>
    ${session.allow_promotion_codes && promotionBox(model, { words })}`;
}

function discountLabel({ discountName }: PayPageModel, word: string): string {
  return !discountName ? word : `${word} (${discountName})`;
}

/** Part of the payment form, so that applying a code keeps everything typed. */
function promotionBox(model: PayPageModel, { words }: Pick<Speech, 'words'>): Html {
  const { session, codeProblem, form } = model;
  const action = `/c/pay/${session.id}/update`;
  const button = (name: string, label: string) =>
    html`<button
      form="pay"
      formaction="${action}"
      formnovalidate
      name="${name}"
      value="1"
      class="quiet"
    >
      ${label}
    </button>`;
  if (model.discountName !== null) {
    return html`<div class="promotion">
      <bdi class="code">${model.discountName}</bdi> ${button('removeCode', words.remove)}
    </div>`;
  }
  return html`<div class="promotion">
    <label for="promotionCode">${words.promotionCode}</label>
    <input
      form="pay"
      id="promotionCode"
      name="promotionCode"
      autocomplete="off"
      value="${form['promotionCode']}"
      ${codeProblem !== null && html`aria-invalid="true" aria-describedby="code-problem"`}
    />
    ${button('applyCode', words.apply)}
    ${
      codeProblem !== null &&
      html`<p role="alert" id="code-problem" class="problem">${codeProblem}</p>`
    }
  </div>`;
}

/** The label of the Pay button. */
export function payLabel(session: Stripe.Checkout.Session, { words, money }: Speech): string {
  const { mode, submit_type: type } = session;
  const total = session.amount_total ?? 0;
  if (mode === 'setup') return words.saveMethod;
  if (total === 0) return mode === 'subscription' ? words.startTrial : words.completeOrder;
  const amount = money(total, session.currency);
  if (type === 'book') return words.book(amount);
  if (type === 'donate') return words.donate(amount);
  const isUsual = type === null || type === 'auto';
  const subscribes = isUsual ? mode === 'subscription' : type === 'subscribe';
  return subscribes ? words.subscribe : words.pay(amount);
}
