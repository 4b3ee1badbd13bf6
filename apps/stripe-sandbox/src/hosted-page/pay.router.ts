import { Router, type Response } from 'express';
import type { PayResult } from '../engine/checkout/complete-session';
import { isAdded, makeChoices } from '../engine/checkout/choices';
import { redeemCode, removeCode } from '../engine/checkout/discounts';
import { finishAuthentication, paySession } from '../engine/checkout/pay-session';
import type { SessionRecord } from '../engine/checkout/session-record';
import { currentSession } from '../engine/checkout/sessions';
import { pictureUrl } from '../engine/files';
import type { Engine } from '../engine/engine.types';
import type { Deliverer } from '../webhook/deliverer';
import { firstCountry } from './countries';
import { problemText } from './language/problem-text';
import { speechFor } from './language/speech';
import { sendPage } from './layout';
import { authenticatePage, messagePage, type Link } from './other-pages';
import { choicesOf, emptyForm, payerOf, readForm, type PayForm } from './pay-form';
import { payPage } from './pay-page';
import type { PayPageModel } from './pay-page-model';
import { holdForWebhook, nextPage } from './way-back';

type Problems = Partial<Pick<PayPageModel, 'problem' | 'codeProblem'>>;

/** `/c/pay/{session}`: the payment page, and its 3-D Secure step. */
export function createPayRouter(engine: Engine, deliverer: Deliverer): Router {
  const router = Router();

  router.get('/:id', (request, response) => {
    const record = currentSession(engine, request.params.id);
    if (record.object.status !== 'open') {
      sendClosedPage(response, record);
      return;
    }
    const { locale } = speechFor(request, record.object.locale);
    // What is shown is the tax of the country that is shown.
    const country = firstCountry(record.object, locale);
    if (country) makeChoices(engine, record, { country });
    sendPayPage(response, 200, record, emptyForm(record));
  });

  router.post('/:id', async (request, response) => {
    const record = currentSession(engine, request.params.id);
    const form = readForm(request.body, record);
    if (record.object.status === 'open') {
      const { words } = speechFor(request, record.object.locale);
      const refused = makeChoices(engine, record, choicesOf(form, record));
      if (refused) {
        const message = problemText(refused, record.object, words);
        sendPayPage(response, 400, record, form, { problem: { message, field: null } });
        return;
      }
      const expected = form['expectedTotal'];
      if (expected !== undefined && expected !== String(record.object.amount_total ?? '')) {
        const message = words.totalChanged;
        sendPayPage(response, 409, record, form, { problem: { message, field: null } });
        return;
      }
    }
    const { payer, payWith } = payerOf(form, record);
    await answer(response, record, paySession(engine, record.object.id, payer, payWith), form);
  });

  // The URL of a page whose total was updated, opened again.
  router.get('/:id/update', (request, response) => {
    response.redirect(303, `/c/pay/${request.params.id}`);
  });

  router.post('/:id/update', (request, response) => {
    const record = currentSession(engine, request.params.id);
    const form = readForm(request.body, record);
    if (record.object.status !== 'open') {
      sendClosedPage(response, record);
      return;
    }
    const { words } = speechFor(request, record.object.locale);
    const refused = makeChoices(engine, record, choicesOf(form, record));
    if (form['removeCode']) removeCode(engine, record);
    const code = form['applyCode'] ? redeemCode(engine, record, form['promotionCode'] ?? '') : null;
    sendPayPage(response, 200, record, form, {
      codeProblem: code ? words.codeProblems[code] : null,
      problem: refused
        ? { message: problemText(refused, record.object, words), field: null }
        : null,
    });
  });

  router.get('/:id/authenticate', (request, response) => {
    const { object, authenticating } = currentSession(engine, request.params.id);
    if (object.status !== 'open' || !authenticating) {
      response.redirect(303, `/c/pay/${object.id}`);
      return;
    }
    const page = authenticatePage(
      `/c/pay/${object.id}/authenticate`,
      { amount: object.amount_total, currency: object.currency },
      speechFor(request, object.locale),
    );
    sendPage(response, 200, page, object.success_url);
  });

  router.post('/:id/authenticate', async (request, response) => {
    const record = currentSession(engine, request.params.id);
    const { email = '', name = '' } = record.authenticating?.payer ?? {};
    const passed = (request.body as Record<string, unknown>)['result'] === 'pass';
    const result = finishAuthentication(engine, request.params.id, passed);
    await answer(response, record, result, { ...emptyForm(record), email, billingName: name });
  });

  async function answer(
    response: Response,
    record: SessionRecord,
    result: PayResult,
    form: PayForm,
  ): Promise<void> {
    const { words } = speechFor(response.req, record.object.locale);
    switch (result.outcome) {
      case 'completed':
        await holdForWebhook(engine, deliverer, result);
        if (engine.settings.shopperNeverReturns) {
          sendMessage(response, 200, record, words.closedTabTitle, words.closedTabText, null);
        } else {
          response.redirect(303, nextPage(engine, record));
        }
        return;
      case 'requires_action':
        response.redirect(303, `/c/pay/${record.object.id}/authenticate`);
        return;
      case 'declined': {
        const { error } = result;
        const message = problemText(error, record.object, words);
        sendPayPage(response, 402, record, form, {
          problem: { message, field: error.param ?? null },
        });
        return;
      }
      case 'closed':
        sendClosedPage(response, record);
    }
  }

  function sendPayPage(
    response: Response,
    status: number,
    record: SessionRecord,
    form: PayForm,
    problems: Problems = {},
  ): void {
    const { object } = record;
    const model: PayPageModel = {
      session: object,
      lines: record.lineItems.map((line) => {
        const product = engine.store.products.get(line.price?.product as string);
        const image = product && !product.deleted ? product.images[0] : undefined;
        return { line, imageUrl: image ? pictureUrl(engine, image) : null };
      }),
      optionalItems: optionalItems(engine, record),
      addedLines: record.addedLines ?? [],
      shippingRates: object.shipping_options.flatMap(({ shipping_rate: id }) => {
        const rate = engine.store.shippingRates.get(id as string);
        return rate ? [rate] : [];
      }),
      form: {
        ...form,
        shippingRate: (object.shipping_cost?.shipping_rate as string | undefined) ?? '',
      },
      discountName: discountName(engine, record),
      problem: null,
      codeProblem: null,
      ...problems,
    };
    const speech = speechFor(response.req, object.locale);
    sendPage(response, status, payPage(model, speech), object.success_url);
  }

  return router;
}

function optionalItems(engine: Engine, record: SessionRecord): PayPageModel['optionalItems'] {
  return (record.object.optional_items ?? []).flatMap(({ price: id }) => {
    const price = engine.store.prices.get(id);
    if (!price || isAdded(record, id)) return [];
    const product = engine.store.products.get(price.product as string);
    return [{ price, name: product && !product.deleted ? product.name : id }];
  });
}

function discountName(engine: Engine, { discount }: SessionRecord): string | null {
  if (!discount) return null;
  const code = engine.store.promotionCodes.get(discount.promotion_code as string);
  const coupon = engine.store.coupons.get(discount.source.coupon as string);
  return code?.code ?? (coupon && !coupon.deleted ? (coupon.name ?? '') : '');
}

function sendClosedPage(response: Response, record: SessionRecord): void {
  const { object } = record;
  const { words } = speechFor(response.req, object.locale);
  if (object.status !== 'expired') {
    sendMessage(response, 200, record, words.completedTitle, words.completedText, null);
    return;
  }
  const recovery = object.after_expiration?.recovery?.url;
  const link = recovery
    ? { href: recovery, label: words.startAgain }
    : object.cancel_url && { href: object.cancel_url, label: words.back };
  const text = recovery ? words.expiredRecoverText : words.expiredText;
  sendMessage(response, 410, record, words.expiredTitle, text, link || null);
}

function sendMessage(
  response: Response,
  status: number,
  { object }: SessionRecord,
  title: string,
  text: string,
  link: Link | null,
): void {
  const speech = speechFor(response.req, object.locale);
  sendPage(response, status, messagePage(title, text, link, speech));
}
