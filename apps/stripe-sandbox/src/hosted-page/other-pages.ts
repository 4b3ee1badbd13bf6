import type Stripe from 'stripe';
import { html, type Html } from './html';
import { layout } from './layout';
import type { Speech } from './language/speech';

export interface Link {
  href: string;
  label: string;
}

/** A page with one message, and perhaps a link. */
export function messagePage(
  title: string,
  text: string,
  link: Link | null,
  speech: Speech,
): string {
  const body = html`<main class="message">
    <h1>${title}</h1>
    <p>${text}</p>
    ${link && html`<a class="button" href="${link.href}">${link.label}</a>`}
  </main>`;
  return layout(title, body, speech);
}

/** The bank's 3-D Secure page: the shopper passes or fails the check. */
export function authenticatePage(
  action: string,
  payment: { amount: number | null; currency: string | null },
  speech: Speech,
): string {
  const { words, money } = speech;
  const choice = (value: string, label: string): Html =>
    html`<button type="submit" name="result" value="${value}" class="${value}">${label}</button>`;
  const body = html`<main class="message">
    <h1>${words.authenticateTitle}</h1>
    <p>${words.authenticateText(money(payment.amount ?? 0, payment.currency))}</p>
    <form method="post" action="${action}" class="choices">
      ${choice('pass', words.authenticatePass)} ${choice('fail', words.authenticateFail)}
    </form>
  </main>`;
  return layout(words.authenticateTitle, body, speech);
}

/** The page behind an invoice's `hosted_invoice_url`. */
export function invoicePage(invoice: Stripe.Invoice, speech: Speech): string {
  const { words, money, date } = speech;
  const title = words.invoiceTitle(invoice.number ?? '');
  const paidAt = invoice.status_transitions.paid_at;
  const body = html`<main class="message">
    <h1>${title}</h1>
    <p class="grand-total">${money(invoice.total, invoice.currency)}</p>
    ${paidAt !== null && html`<p>${words.receiptPaid(date(paidAt))}</p>`}
    <ul class="lines">
      ${invoice.lines.data.map(
        (line) =>
          html`<li>
            <bdi class="what">${line.description}</bdi>
            <span class="amount">${money(line.amount, line.currency)}</span>
          </li>`,
      )}
    </ul>
    <a class="button" href="/i/${invoice.id}/pdf">${words.invoiceDownload}</a>
  </main>`;
  return layout(title, body, speech);
}

/** The page behind a charge's `receipt_url`. */
export function receiptPage(charge: Stripe.Charge, speech: Speech): string {
  const { words, money, date } = speech;
  const card = charge.payment_method_details?.card;
  const body = html`<main class="message">
    <h1>${words.receiptFrom}</h1>
    <p class="grand-total">${money(charge.amount, charge.currency)}</p>
    <p>${words.receiptPaid(date(charge.created))}</p>
    ${
      charge.amount_refunded > 0 &&
      html`<p>${words.receiptRefunded(money(charge.amount_refunded, charge.currency))}</p>`
    }
    ${card && html`<p>${card.brand} •••• ${card.last4}</p>`}
    <p class="hint">${charge.id}</p>
  </main>`;
  return layout(words.receiptTitle, body, speech);
}
