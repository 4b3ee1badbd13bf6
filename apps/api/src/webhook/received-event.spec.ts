import { describe, expect, it } from '@jest/globals';
import { Deployment } from '../deployment/deployment';
import { receivedEvent } from './received-event';
import { readEvent } from './verify-event';

const deployment = new Deployment('this one');

const eventAbout = (object: Record<string, unknown>) =>
  readEvent({
    id: 'evt_1',
    object: 'event',
    type: 'checkout.session.completed',
    api_version: '2026-10-28.endive',
    livemode: false,
    created: 1_700_000_000,
    data: { object },
  });

describe('what is stored of an event', () => {
  it('is its ids, however large its object is', () => {
    const event = eventAbout({ id: 'cs_test_a1', metadata: { note: 'x'.repeat(400_000) } });
    expect(receivedEvent(event, 'delivered', deployment)).toEqual({
      id: 'evt_1',
      type: 'checkout.session.completed',
      objectId: 'cs_test_a1',
      subject: { stripeSessionId: 'cs_test_a1' },
      owner: undefined,
      apiVersion: '2026-10-28.endive',
      livemode: false,
      createdAtS: 1_700_000_000,
      how: 'delivered',
    });
  });

  it.each([[7], ['x'.repeat(256)], ['a b'], ['\u0000'], [undefined]])(
    'has no object id when a merchant chose %j',
    (id) => {
      expect(receivedEvent(eventAbout({ id }), 'listed', deployment).objectId).toBeNull();
    },
  );
});
