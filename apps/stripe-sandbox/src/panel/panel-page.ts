import { Html, html } from '../hosted-page/html';
import { endpointsCard, faultsCard, settingsCard } from './behaviour-forms';
import type { ControlState, EventView, SessionView } from './control-client';
import { eventItem } from './event-list';
import { find } from './find';
import { readPayments } from './payment';
import { panelScript } from './panel-script';
import { panelStyle } from './panel-style';
import { sessionItem } from './session-list';
import type { View } from './view';

/** The control panel; a refresh replaces only what is inside `main`. */
export function panelPage(state: ControlState, view: View): string {
  const { sessions, events: found } = find(state, view.query);
  const isHidden = ({ type }: EventView) => !view.query && !view.catalogue && isCatalogue(type);
  const events = found.filter((event) => !isHidden(event));
  const hidden = found.length - events.length;
  const paymentOf = readPayments(state.events);
  return frame(
    html`<nav aria-label="Parts of this page">
        <a href="#sessions">Sessions</a> <a href="#events">Events</a>
        <a href="#endpoints">Endpoints</a> <a href="#faults">Faults</a>
        <a href="#settings">Settings</a>
      </nav>
      <div class="live">
        <span id="live-state">Refreshes every 2 seconds</span>
        <button type="button" id="pause" aria-pressed="false" hidden>Pause</button>
      </div>
      <noscript>
        <p class="notice">Without JavaScript this page shows all, but its buttons do nothing.</p>
      </noscript>`,
    html`<section class="controls" aria-label="How the sandbox behaves">
        ${endpointsCard(state)} ${faultsCard(state)} ${settingsCard(state)}
      </section>
      <form class="search" role="search" method="get" action="/sandbox">
        <label for="q">Find</label>
        <input
          id="q"
          name="q"
          type="search"
          value="${view.query}"
          placeholder="id, order, email, event type"
        />
        <button type="submit" class="quiet">Find</button>
        ${view.query && html`<a href="/sandbox">Show all</a>`}
      </form>
      <div class="columns">
        ${list('sessions', 'Checkout Sessions', sessions, view, (session: SessionView) =>
          sessionItem({ session, payment: paymentOf(session) }),
        )}
        ${list('events', 'Events', events, view, (event: EventView) =>
          eventItem(event, state.endpoints),
        )}
        ${
          hidden > 0 &&
          html`<p>
            <a href="/sandbox?catalogue=1">Show events of products, prices and promotions</a>
          </p>`
        }
      </div>`,
  );
}

/** Events of setting up the shop: they come in dozens, often before its endpoint listens. */
const isCatalogue = (type: string) =>
  /^(v1\.)?(product|price|coupon|promotion_code|tax_rate)\./.test(type);

/** A page with the reason why the panel is refused. */
export function refusalPage(message: string): string {
  return frame(null, html`<p class="notice">${message}</p>`);
}

function list<Item>(
  name: 'sessions' | 'events',
  title: string,
  items: readonly Item[],
  view: View,
  item: (item: Item) => Html,
): Html {
  const shown = items.slice(0, view.most[name]);
  const hasMore = items.length > shown.length;
  return html`<section aria-labelledby="${name}">
    <h2 id="${name}">${title} <span class="count">${shown.length}${hasMore && '+'}</span></h2>
    ${
      shown.length > 0
        ? html`<ul class="list">
            ${shown.map(item)}
          </ul>`
        : html`<p class="empty">
            ${view.query ? 'Nothing found among the newest 1,000.' : EMPTY[name]}
          </p>`
    }
    ${
      hasMore &&
      html`<p>
        <a href="${view.moreHref(name)}" data-more>Show more ${name}</a>
      </p>`
    }
  </section>`;
}

const EMPTY = {
  sessions: 'No Checkout Session yet. Buy something in the shop, and it shows up here.',
  events: 'Nothing has happened yet.',
} as const;

function frame(top: Html | null, main: Html): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>Stripe sandbox: control panel</title>
        <link rel="icon" href="data:," />
        ${inline('style', panelStyle)}
      </head>
      <body>
        <header>
          <h1>Stripe sandbox</h1>
          <p>
            This is a sandbox, not Stripe: no real money, no real cards, no real customers. This
            page answers on this machine (loopback) only.
          </p>
          ${top}
        </header>
        <main>${main}</main>
        <p id="toast" role="status" class="toast"></p>
        ${inline('script', panelScript)}
      </body>
    </html> `.text;
}

/** The unchanged text: the content security policy allows it by its hash. */
function inline(tag: 'style' | 'script', text: string): Html {
  return new Html(`<${tag}>${text}</${tag}>`);
}
