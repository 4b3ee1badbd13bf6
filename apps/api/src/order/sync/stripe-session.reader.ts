import { Injectable, Logger } from '@nestjs/common';
import Stripe from 'stripe';
import { Config } from '../../config/config';
import { describeError } from '../../http/logging/describe-error';
import { asStanding, chargeOf, countedIn, stands } from './session-snapshot';
import type { SessionSnapshot, StandingRefund } from './session-snapshot';

const ACCOUNT_TIMEOUT_MS = 2000;

/** Dispute statuses that leave the money with the shop. */
const SETTLED_DISPUTES: ReadonlySet<string> = new Set(['won', 'warning_closed', 'prevented']);

/** Reads Checkout Sessions from Stripe. */
@Injectable()
export class StripeSessionReader {
  private readonly logger = new Logger('StripeSessionReader');

  constructor(
    private readonly stripe: Stripe,
    private readonly config: Config,
  ) {}

  /**
   * @param stripeSessionId a well-formed session id, never empty
   * @returns null when Stripe has no such session
   */
  async read(stripeSessionId: string): Promise<SessionSnapshot | null> {
    try {
      const session = await this.stripe.checkout.sessions.retrieve(stripeSessionId, {
        expand: ['payment_intent.latest_charge', 'payment_intent.payment_method', 'customer'],
      });
      if (session.mode === 'subscription')
        session.payment_intent = await this.firstPaymentOf(session);
      return {
        session,
        customerName: await this.nameOf(session),
        disputed: await this.isDisputed(session),
        refunds: await this.refundsOf(session),
      };
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
    const { data } = await this.stripe.invoicePayments.list({
      invoice: typeof invoice === 'string' ? invoice : invoice.id,
      expand: ['data.payment.payment_intent.latest_charge'],
      limit: 1,
    });
    const intent = data[0]?.payment.payment_intent;
    return typeof intent === 'object' ? intent : null;
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
  private async isDisputed(session: Stripe.Checkout.Session): Promise<boolean> {
    const charge = chargeOf(session);
    if (!charge?.disputed) return false;
    const { data } = await this.stripe.disputes.list({ charge: charge.id });
    return data.some(({ status }) => !SETTLED_DISPUTES.has(status));
  }

  private async refundsOf(session: Stripe.Checkout.Session): Promise<StandingRefund[]> {
    const charge = chargeOf(session);
    if (!charge?.amount_refunded) return [];
    const { data } = await this.stripe.refunds.list({ charge: charge.id, limit: 100 });
    return countedIn(charge.amount_refunded, data.filter(stands).map(asStanding).reverse());
  }

  /** One refund; null when it failed or was canceled. */
  async findRefund(stripeRefundId: string): Promise<StandingRefund | null> {
    const refund = await this.stripe.refunds.retrieve(stripeRefundId);
    return stands(refund) ? asStanding(refund) : null;
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
