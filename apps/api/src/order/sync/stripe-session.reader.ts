import { Injectable, Logger } from '@nestjs/common';
import Stripe from 'stripe';
import { Config } from '../../config/config';
import { describeError } from '../../http/logging/describe-error';
import { stripePage } from '../../stripe/stripe-page';
import { PermissionAlerts } from './permission-alerts';
import { chargeOf } from './session-snapshot';
import type { SessionSnapshot } from './session-snapshot';

const ACCOUNT_TIMEOUT_MS = 2000;

const EXPANDED = [
  'customer',
  'line_items',
  'payment_intent.latest_charge',
  'payment_intent.payment_method',
  'payment_intent.review',
  'total_details.breakdown',
];

/** Reads Checkout Sessions from Stripe. */
@Injectable()
export class StripeSessionReader {
  private readonly logger = new Logger('StripeSessionReader');

  constructor(
    private readonly stripe: Stripe,
    private readonly config: Config,
    private readonly permissions: PermissionAlerts,
  ) {}

  /**
   * What the API key may not read is left out and alerted once: whether the session is paid can be known without it.
   * @param stripeSessionId a well-formed session id, never empty
   * @param mayHaveRefunds whether refunds are read even if the charge's sum shows none: a refund that failed is no longer
   * in it
   * @param wantsInvoice whether the invoice is read, if there is one
   * @returns null when Stripe has no such session
   */
  async read(
    stripeSessionId: string,
    mayHaveRefunds = true,
    wantsInvoice = true,
  ): Promise<SessionSnapshot | null> {
    const session = await this.retrieve(stripeSessionId);
    if (!session) return null;
    if (session.mode === 'subscription')
      session.payment_intent = await this.firstPaymentOf(session);
    await this.readAllLines(session);
    return {
      session,
      invoice: wantsInvoice ? await this.invoiceOf(session) : 'unknown',
      customerName: await this.nameOf(session),
      subscription: await this.subscriptionOf(session),
      disputes: await this.disputesOf(session),
      refunds: await this.refundsOf(session, mayHaveRefunds),
    };
  }

  /** A session shows ten of its lines; there may be a hundred. */
  private async readAllLines({ id, line_items: lines }: Stripe.Checkout.Session): Promise<void> {
    if (!lines?.has_more) return;
    const all = await this.stripe.checkout.sessions.listLineItems(id, { limit: 100 });
    lines.data = all.data;
    lines.has_more = all.has_more;
  }

  /** A draft has no page and no file yet. */
  private async invoiceOf({
    invoice,
  }: Stripe.Checkout.Session): Promise<SessionSnapshot['invoice']> {
    if (!invoice) return null;
    const { mode } = this.config.stripe;
    return this.permissions.orElse<SessionSnapshot['invoice']>(
      async () => {
        const { id, number, hosted_invoice_url, invoice_pdf } = await this.stripe.invoices.retrieve(
          typeof invoice === 'string' ? invoice : invoice.id,
        );
        return {
          id,
          number,
          url: stripePage(hosted_invoice_url, mode),
          pdfUrl: stripePage(invoice_pdf, mode),
        };
      },
      () => 'unknown',
    );
  }

  private async retrieve(stripeSessionId: string): Promise<Stripe.Checkout.Session | null> {
    const { sessions } = this.stripe.checkout;
    try {
      return await this.permissions.orElse(
        () => sessions.retrieve(stripeSessionId, { expand: EXPANDED }),
        // What was bought is part of the session itself: no other permission is needed for it.
        () => sessions.retrieve(stripeSessionId, { expand: ['line_items'] }),
      );
    } catch (error) {
      if (error instanceof Stripe.errors.StripeError && error.code === 'resource_missing')
        return null;
      throw error;
    }
  }

  /**
   * The session of a payment, for events that only name the payment. Stripe does not find the session of a
   * subscription's payment: only its order knows it. A payment that no order knows may be a renewal.
   */
  async findByPaymentIntent(stripePaymentIntentId: string): Promise<string | null> {
    const { data } = await this.stripe.checkout.sessions.list({
      payment_intent: stripePaymentIntentId,
      limit: 1,
    });
    return data[0]?.id ?? null;
  }

  /**
   * The payment of a subscription's first invoice, which replaces the payment that a one-time session has; null when
   * nothing was due (https://docs.stripe.com/api/invoice-payment).
   */
  private async firstPaymentOf({
    invoice,
  }: Stripe.Checkout.Session): Promise<Stripe.PaymentIntent | null> {
    if (!invoice) return null;
    return this.permissions.orElse(
      async () => {
        const { data } = await this.stripe.invoicePayments.list({
          invoice: typeof invoice === 'string' ? invoice : invoice.id,
          expand: [
            'data.payment.payment_intent.latest_charge',
            'data.payment.payment_intent.review',
          ],
          limit: 1,
        });
        const intent = data[0]?.payment.payment_intent;
        return typeof intent === 'object' ? intent : null;
      },
      () => null,
    );
  }

  private async subscriptionOf({
    subscription,
  }: Stripe.Checkout.Session): Promise<SessionSnapshot['subscription']> {
    if (!subscription) return null;
    const id = typeof subscription === 'string' ? subscription : subscription.id;
    return this.permissions.orElse<SessionSnapshot['subscription']>(
      () => this.stripe.subscriptions.retrieve(id),
      () => 'unknown',
    );
  }

  /**
   * The name of the account or customer, else the name that the shopper typed. A guest has no customer, a customer may
   * be deleted, and both names may be null (https://docs.stripe.com/payments/checkout/custom-success-page).
   */
  private async nameOf(session: Stripe.Checkout.Session): Promise<string | null> {
    const { customer, customer_account: account, customer_details: details } = session;
    const known = account ? await this.nameOfAccount(account) : nameOfCustomer(customer);
    return known || details?.individual_name || details?.name || details?.business_name || null;
  }

  /** A charge stays `disputed` for ever. Only the dispute itself says whether it is still open or lost. */
  private async disputesOf(session: Stripe.Checkout.Session): Promise<SessionSnapshot['disputes']> {
    const charge = chargeOf(session);
    if (!charge?.disputed) return [];
    return this.permissions.orElse<SessionSnapshot['disputes']>(
      async () => (await this.stripe.disputes.list({ charge: charge.id, limit: 100 })).data,
      () => 'unknown',
    );
  }

  private async refundsOf(
    session: Stripe.Checkout.Session,
    mayHaveRefunds: boolean,
  ): Promise<SessionSnapshot['refunds']> {
    const charge = chargeOf(session);
    if (!charge || (!charge.amount_refunded && !mayHaveRefunds)) return [];
    return this.permissions.orElse<SessionSnapshot['refunds']>(
      async () =>
        (await this.stripe.refunds.list({ charge: charge.id, limit: 100 })).data.reverse(),
      () => 'unknown',
    );
  }

  /** A new account can take minutes to appear. Until then the shopper is greeted by the name that was typed. */
  private async nameOfAccount(accountId: string): Promise<string | null> {
    try {
      return await this.displayNameOf(accountId);
    } catch (error) {
      this.logger.warn(describeError(error), 'account not readable');
      return null;
    }
  }

  /** Accounts v2. Throws what Stripe throws. */
  async displayNameOf(accountId: string): Promise<string | null> {
    const { accountsVersion } = this.config.stripe;
    const account = await this.stripe.v2.core.accounts.retrieve(accountId, undefined, {
      timeout: ACCOUNT_TIMEOUT_MS,
      maxNetworkRetries: 0,
      ...(accountsVersion && { apiVersion: accountsVersion }),
    });
    return account.display_name ?? null;
  }
}

function nameOfCustomer(customer: Stripe.Checkout.Session['customer']): string | null {
  if (customer === null || typeof customer === 'string' || customer.deleted) return null;
  return customer.name ?? null;
}
