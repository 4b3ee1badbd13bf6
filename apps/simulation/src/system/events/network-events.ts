import type { Request } from 'express';
import { Clock } from '../../../../api/src/clock/clock';
import { Config } from '../../../../api/src/config/config';
import { WebhookController } from '../../../../api/src/webhook/webhook.controller';
import { WebhookInboxService } from '../../../../api/src/webhook/webhook-inbox.service';
import { eventObject } from '../../../../stripe-sandbox/src/engine/events';
import { signatureHeader } from '../../../../stripe-sandbox/src/webhook/signature';
import { promise } from '../../promises/promise';
import type { World } from '../world/world';
import { WEBHOOK_SECRET } from '../world/world';
import { ALWAYS, event } from './world-event';
import type { Act } from './world-event';

const API_VERSION = '2026-10-28.endive';

type Letter = World['mailbag'][number];

const some = (list: readonly Letter[]) => list;

/** Stripe calls the endpoint, and strikes the event off when it gets its 2xx. */
export function delivery(world: World, letter: Letter): Act {
  return async (replica) => {
    const { engine } = world.stripe;
    const record = engine.store.events.get(letter.id);
    if (!record) return;
    const body = JSON.stringify(eventObject(engine, record, API_VERSION));
    const signature = signatureHeader(body, [WEBHOOK_SECRET], Math.floor(world.time.nowMs / 1000));
    const controller = new WebhookController(
      replica.get(WebhookInboxService),
      replica.get(Config),
      replica.get(Clock),
    );
    letter.tries += 1;
    const request = { body: Buffer.from(body), headers: { 'stripe-signature': signature } };
    await controller.receive(request as unknown as Request);
    await world.kernel.turn(replica.process, 'answers Stripe', false);
    const { rows } = await world.client.query('select from webhook_events where id = $1', [
      letter.id,
    ]);
    promise(rows.length === 1, 'a 2xx means that the event is stored');
    if (world.hears()) world.mailbag = world.mailbag.filter((one) => one !== letter);
  };
}

export const networkEvents = [
  event({
    who: 'Stripe',
    name: 'delivers an event',
    weight: 14,
    needs: ['shop', 'answer'],
    subjects: ({ mailbag }) => some(mailbag),
    happen: (world, letter) => [delivery(world, letter)],
  }),
  event({
    who: 'Stripe',
    name: 'delivers two events at once',
    weight: 4,
    needs: ['shop', 'answer'],
    subjects: ({ mailbag }) => some(mailbag.length > 1 ? mailbag : []),
    happen: (world, letter) => {
      const other = world.mailbag.find((one) => one !== letter) ?? letter;
      return [delivery(world, letter), delivery(world, other)];
    },
  }),
  event({
    who: 'the network',
    name: 'loses an event for good',
    weight: 2,
    needs: [],
    subjects: ({ mailbag }) => some(mailbag),
    happen: (world, letter) => {
      world.mailbag = world.mailbag.filter((one) => one !== letter);
      return [];
    },
  }),
  event({
    who: 'somebody',
    name: 'switches the webhook endpoint off or on',
    weight: 1,
    needs: [],
    subjects: ALWAYS,
    happen: (world) => {
      world.isEndpointOn = !world.isEndpointOn;
      return [];
    },
  }),
  event({
    who: 'the mail server',
    name: 'goes down, refuses or comes back',
    weight: 2,
    needs: [],
    subjects: ALWAYS,
    happen: ({ outside }, _subject, draw) => {
      outside.moods.mail = moodAfter(outside.moods.mail, draw.int(2));
      return [];
    },
  }),
  event({
    who: 'the warehouse',
    name: 'goes down, refuses or comes back',
    weight: 2,
    needs: [],
    subjects: ALWAYS,
    happen: ({ outside }, _subject, draw) => {
      outside.moods.merchant = moodAfter(outside.moods.merchant, draw.int(2));
      return [];
    },
  }),
];

const moodAfter = (mood: 'up' | 'down' | 'refusing', which: number) =>
  mood !== 'up' ? 'up' : which === 0 ? 'down' : 'refusing';
