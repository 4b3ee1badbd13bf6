import { formatMoney } from '@shop/money';
import type Stripe from 'stripe';
import { html, type Html } from './html';
import { layout } from './layout';
import type { Words } from './words';

/** A page with one thing to say and perhaps a way on. */
export function messagePage(
  title: string,
  text: string,
  link: { href: string; label: string } | null,
  words: Words,
  locale: string,
): string {
  const body = html`<main class="message">
    <h1>${title}</h1>
    <p>${text}</p>
    ${link && html`<a class="button" href="${link.href}">${link.label}</a>`}
  </main>`;
  return layout({ lang: locale, title, body }, words);
}

/** What the bank would show: the shopper proves to be the card's owner, or does not. */
export function authenticatePage(
  session: Stripe.Checkout.Session,
  words: Words,
  locale: string,
): string {
  const amount = formatMoney(session.amount_total ?? 0, session.currency ?? 'usd', locale);
  const action = `/c/pay/${session.id}/authenticate`;
  const choice = (value: string, label: string): Html =>
    html`<button type="submit" name="result" value="${value}" class="${value}">${label}</button>`;
  const body = html`<main class="message">
    <h1>${words.authenticateTitle}</h1>
    <p>${words.authenticateText(amount)}</p>
    <form method="post" action="${action}" class="choices">
      ${choice('pass', words.authenticatePass)} ${choice('fail', words.authenticateFail)}
    </form>
  </main>`;
  return layout({ lang: locale, title: words.authenticateTitle, body }, words);
}

/** The page behind a charge's `receipt_url`. */
export function receiptPage(charge: Stripe.Charge, words: Words, locale: string): string {
  const amount = formatMoney(charge.amount, charge.currency, locale);
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    charge.created * 1000,
  );
  const card = charge.payment_method_details?.card;
  const body = html`<main class="message">
    <h1>${words.receiptFrom}</h1>
    <p class="grand-total">${amount}</p>
    <p>${words.receiptPaid(date)}</p>
    ${card && html`<p>${card.brand} •••• ${card.last4}</p>`}
    <p class="hint">${charge.id}</p>
  </main>`;
  return layout({ lang: locale, title: words.receiptTitle, body }, words);
}
