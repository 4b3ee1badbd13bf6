import { Router, type Request } from 'express';
import type Stripe from 'stripe';
import { recoverSession } from '../engine/checkout/recover-session';
import type { Engine } from '../engine/engine.types';
import { getInvoice } from '../engine/invoice/invoices';
import { authenticateIntent } from '../engine/payment/intent-actions';
import { getPaymentIntent } from '../engine/payment/payment-intents';
import { authenticateSetup } from '../engine/payment/setup-actions';
import { getSetupIntent } from '../engine/payment/setup-intents';
import { followPayment } from '../engine/subscription/collect-invoice';
import { getCharge } from '../engine/payment/charges';
import { sendPage } from './layout';
import { invoicePdf } from './invoice-pdf';
import { createPortalRouter } from './portal.router';
import { authenticatePage, invoicePage, messagePage, receiptPage } from './other-pages';
import { voucherPage } from './voucher-page';
import { successUrl } from './way-back';
import { speechFor } from './language/speech';

/** Pages beside the payment page: recovery links, receipts, vouchers, and 3-D Secure of payments without a session. */
export function createSidePagesRouter(engine: Engine): Router {
  const router = Router();
  /** The language of the payment's session, or else of the browser. */
  const speechOf = (request: Request, intentId: string | null = null) => {
    return speechFor(request, sessionOf(intentId)?.locale ?? null);
  };
  const sessionOf = (intentId: string | null) =>
    intentId === null
      ? undefined
      : engine.store.sessions.newestFirst().find((record) => record.intentId === intentId)?.object;

  router.get('/c/recover/:id', (request, response) => {
    const session = recoverSession(engine, request.params.id);
    if (session?.url) response.redirect(303, session.url);
    else {
      const speech = speechOf(request);
      const { expiredTitle, expiredText } = speech.words;
      sendPage(response, 410, messagePage(expiredTitle, expiredText, null, speech));
    }
  });

  router.get('/receipts/:id', (request, response) => {
    const charge = getCharge(engine, request.params.id);
    const speech = speechOf(request, charge.payment_intent as string | null);
    sendPage(response, 200, receiptPage(charge, speech));
  });

  router.get('/i/:id', (request, response) => {
    const invoice = getInvoice(engine, request.params.id);
    sendPage(response, 200, invoicePage(invoice, speechOf(request)));
  });
  router.get('/i/:id/pdf', (request, response) => {
    const invoice = getInvoice(engine, request.params.id);
    response.attachment(`Invoice-${invoice.number}.pdf`).end(invoicePdf(invoice));
  });

  router.get('/vouchers/:id', (request, response) => {
    const intent = getPaymentIntent(engine, request.params.id);
    const session = sessionOf(intent.id);
    const shopUrl = session?.success_url ? successUrl(session) : null;
    sendPage(response, 200, voucherPage(intent, speechOf(request, intent.id), shopUrl));
  });

  router.use('/billing', createPortalRouter(engine));

  router.get('/microdeposits/:id', (request, response) => {
    const intent = getPaymentIntent(engine, request.params.id);
    const speech = speechOf(request, intent.id);
    const { microdepositsTitle, microdepositsText } = speech.words;
    const page = messagePage(microdepositsTitle, microdepositsText, null, speech);
    sendPage(response, 200, page);
  });

  router.get('/c/authenticate/:id', (request, response) => {
    const { id } = request.params;
    const intent = isSetup(id) ? getSetupIntent(engine, id) : getPaymentIntent(engine, id);
    const speech = speechOf(request);
    const { completedTitle, completedText } = speech.words;
    const waits = intent.status === 'requires_action' && intent.next_action?.redirect_to_url;
    const page = waits
      ? authenticatePage(`/c/authenticate/${id}`, amountOf(intent), speech)
      : messagePage(completedTitle, completedText, null, speech);
    sendPage(response, 200, page, waits ? waits.return_url : null);
  });

  router.post('/c/authenticate/:id', (request, response) => {
    const passed = (request.body as Record<string, unknown>)['result'] === 'pass';
    const { id } = request.params;
    if (isSetup(id)) {
      response.redirect(303, authenticateSetup(engine, id, passed));
      return;
    }
    const url = authenticateIntent(engine, id, passed);
    followPayment(engine, getPaymentIntent(engine, id));
    response.redirect(303, url);
  });
  return router;
}

const isSetup = (id: string) => id.startsWith('seti_');

/** A setup takes no money. */
const amountOf = (intent: Stripe.PaymentIntent | Stripe.SetupIntent) =>
  intent.object === 'payment_intent' ? intent : { amount: null, currency: null };
