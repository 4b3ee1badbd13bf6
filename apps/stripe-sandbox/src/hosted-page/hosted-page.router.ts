import express, { Router, type Response } from 'express';
import { finishAuthentication, paySession, type PayResult } from '../engine/checkout/pay-session';
import { currentSession } from '../engine/checkout/sessions';
import type { SessionRecord } from '../engine/checkout/session-record';
import type { Engine } from '../engine/engine';
import { StripeError } from '../engine/stripe-error';
import type { Deliverer } from '../webhook/deliverer';
import { sendPage } from './layout';
import { authenticatePage, messagePage, receiptPage } from './other-pages';
import { pageScript } from './page-script';
import { pageStyle } from './page-style';
import { payPage, type PayForm, type PayPageModel } from './pay-page';
import { holdForWebhook, successUrl } from './way-back';
import { english } from './words';

const words = english;
const locale = 'en';

/** The pages a shopper sees: `/c/pay/{session}`, its 3-D Secure step, and receipts. */
export function createHostedPageRouter(engine: Engine, deliverer: Deliverer): Router {
  const router = Router();
  router.get('/c/assets/page.css', (_request, response) => {
    response.type('css').end(pageStyle);
  });
  router.get('/c/assets/page.js', (_request, response) => {
    response.type('js').end(pageScript);
  });
  router.use('/c/pay', express.urlencoded({ extended: false, limit: '64kb' }));

  router.get('/c/pay/:id', (request, response) => {
    const record = currentSession(engine, request.params.id);
    if (record.object.status === 'open') {
      sendPayPage(response, 200, engine, record, emptyForm(record), null);
    } else {
      sendClosedPage(response, record);
    }
  });

  router.post('/c/pay/:id', async (request, response) => {
    const record = currentSession(engine, request.params.id);
    const form = readForm(request.body, record);
    const result = paySession(
      engine,
      request.params.id,
      { email: form.email.trim(), name: form.billingName.trim() },
      { number: form.cardNumber, expiry: form.cardExpiry, cvc: form.cardCvc },
    );
    await answer(response, record, result, form);
  });

  router.get('/c/pay/:id/authenticate', (request, response) => {
    const record = currentSession(engine, request.params.id);
    if (record.object.status === 'open' && record.authenticating) {
      sendPage(response, 200, authenticatePage(record.object, words, locale), [
        record.object.success_url,
      ]);
    } else {
      response.redirect(303, `/c/pay/${record.object.id}`);
    }
  });

  router.post('/c/pay/:id/authenticate', async (request, response) => {
    const record = currentSession(engine, request.params.id);
    const { email = '', name = '' } = record.authenticating?.payer ?? {};
    const passed = textOf(request.body, 'result') === 'pass';
    const result = finishAuthentication(engine, request.params.id, passed);
    await answer(response, record, result, { ...emptyForm(record), email, billingName: name });
  });

  router.get('/receipts/:id', (request, response, next) => {
    const charge = engine.store.charges.get(request.params.id);
    if (charge) sendPage(response, 200, receiptPage(charge, words, locale));
    else next();
  });

  async function answer(
    response: Response,
    record: SessionRecord,
    result: PayResult,
    form: PayForm,
  ): Promise<void> {
    switch (result.outcome) {
      case 'completed':
        await holdForWebhook(engine, deliverer, result);
        if (engine.settings.shopperNeverReturns) {
          sendMessage(response, 200, words.closedTabTitle, words.closedTabText, null);
        } else {
          response.redirect(303, successUrl(result.session));
        }
        return;
      case 'requires_action':
        response.redirect(303, `/c/pay/${record.object.id}/authenticate`);
        return;
      case 'declined': {
        const { message, param = null } = result.error;
        sendPayPage(response, 402, engine, record, form, { message, field: param });
        return;
      }
      case 'closed':
        sendClosedPage(response, record);
    }
  }

  router.use(
    '/c',
    (error: unknown, _request: unknown, response: Response, next: (e: unknown) => void) => {
      if (error instanceof StripeError && error.status === 404) {
        sendMessage(response, 404, words.unknownTitle, words.unknownText, null);
      } else {
        next(error);
      }
    },
  );
  return router;
}

function sendPayPage(
  response: Response,
  status: number,
  engine: Engine,
  record: SessionRecord,
  form: PayForm,
  problem: PayPageModel['problem'],
): void {
  const session = record.object;
  const lines = record.lineItems.map((line) => {
    const product = engine.store.products.get(line.price?.product as string);
    return { line, imageUrl: (product && !product.deleted && product.images[0]) || null };
  });
  sendPage(response, status, payPage({ session, lines, form, problem }, words, locale), [
    session.success_url,
  ]);
}

function sendClosedPage(response: Response, { object }: SessionRecord): void {
  const link = object.cancel_url ? { href: object.cancel_url, label: words.back } : null;
  if (object.status === 'expired') {
    sendMessage(response, 410, words.expiredTitle, words.expiredText, link);
  } else {
    sendMessage(response, 200, words.completedTitle, words.completedText, null);
  }
}

function sendMessage(
  response: Response,
  status: number,
  title: string,
  text: string,
  link: { href: string; label: string } | null,
): void {
  sendPage(response, status, messagePage(title, text, link, words, locale));
}

function emptyForm({ object }: SessionRecord): PayForm {
  return {
    email: object.customer_details?.email ?? '',
    cardNumber: '',
    cardExpiry: '',
    cardCvc: '',
    billingName: '',
  };
}

function readForm(body: unknown, record: SessionRecord): PayForm {
  const given = (name: string) => textOf(body, name);
  return {
    // An e-mail that the session was made with cannot be changed on the page.
    email: emptyForm(record).email || given('email'),
    cardNumber: given('cardNumber'),
    cardExpiry: given('cardExpiry'),
    cardCvc: given('cardCvc'),
    billingName: given('billingName'),
  };
}

function textOf(body: unknown, name: string): string {
  const value = (body as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' ? value : '';
}
