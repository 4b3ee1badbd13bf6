import express, { Router, type Request } from 'express';
import type Stripe from 'stripe';
import type { Engine } from '../engine/engine.types';
import {
  changeInPortal,
  getPortalSession,
  portalSubscriptions,
} from '../engine/subscription/billing-portal';
import { ownFormsOnly } from '../http/browser-guard';
import { html, type Html } from './html';
import { layout, sendPage } from './layout';
import { speechFor, type Speech } from './language/speech';

/** The billing portal: a customer's subscriptions, each of which can be ended. */
export function createPortalRouter(engine: Engine): Router {
  const router = Router();
  router.use(ownFormsOnly, express.urlencoded({ extended: false, limit: '64kb' }));

  router.get('/:id', (request, response) => {
    const session = getPortalSession(engine, request.params.id);
    const speech = speechFor(request, session.locale === 'auto' ? null : session.locale);
    const subscriptions = portalSubscriptions(engine, session);
    const names = subscriptions.map((each) => nameOf(engine, each));
    sendPage(response, 200, portalPage(session, subscriptions, names, speech));
  });

  router.post('/:id', (request: Request<{ id: string }>, response) => {
    const session = getPortalSession(engine, request.params.id);
    const { subscription, change } = request.body as Record<string, unknown>;
    changeInPortal(engine, session, String(subscription), change === 'end');
    response.redirect(303, `/billing/${session.id}`);
  });
  return router;
}

function nameOf(engine: Engine, { items }: Stripe.Subscription): string {
  const names = items.data.map(({ price }) => {
    const product = engine.store.products.get(price.product as string);
    return product && !product.deleted ? product.name : '';
  });
  return names.join(', ');
}

function portalPage(
  { id, return_url: back }: Stripe.BillingPortal.Session,
  subscriptions: Stripe.Subscription[],
  names: string[],
  speech: Speech,
): string {
  const { portalTitle, portalEmpty, backToShop } = speech.words;
  const body = html`<main class="message">
    <h1>${portalTitle}</h1>
    ${subscriptions.length === 0 && html`<p>${portalEmpty}</p>`}
    ${subscriptions.map((each, index) => subscriptionForm(id, each, names[index] ?? '', speech))}
    ${back && html`<a class="button" href="${back}">${backToShop}</a>`}
  </main>`;
  return layout(portalTitle, body, speech);
}

function subscriptionForm(
  portalId: string,
  { id, items, cancel_at_period_end: isEnding }: Stripe.Subscription,
  name: string,
  { words, date }: Speech,
): Html {
  const end = date(items.data[0]?.current_period_end ?? 0);
  return html`<form method="post" action="/billing/${portalId}">
    <p>${name}: ${isEnding ? words.portalEnds(end) : words.portalRenews(end)}</p>
    <input type="hidden" name="subscription" value="${id}" />
    <button type="submit" name="change" value="${isEnding ? 'keep' : 'end'}">
      ${isEnding ? words.portalKeep : words.portalCancel}
    </button>
  </form>`;
}
