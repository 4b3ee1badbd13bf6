/** @jest-environment node */
import { describe, expect, it } from '@jest/globals';
import { readSessionId } from './session-id';

describe('the session id in the address', () => {
  it('is taken as Stripe writes it', () => {
    expect(readSessionId('?session_id=cs_test_a1B2')).toEqual({
      kind: 'given',
      sessionId: 'cs_test_a1B2',
    });
    expect(readSessionId('?utm=x&session_id=cs_live_9').kind).toBe('given');
  });

  it.each([
    '',
    '?session_id',
    '?session_id=',
    '?session_id={CHECKOUT_SESSION_ID}',
    '?session_id=%7BCHECKOUT_SESSION_ID%7D',
  ])('is missing in %p', (search) => {
    expect(readSessionId(search).kind).toBe('missing');
  });

  it.each([
    '?session_id=cs_test_',
    '?session_id=pi_123',
    '?session_id=cs_test_a&session_id=cs_test_b',
    '?session_id=%20cs_test_a',
    '?session_id=cs_test_a%00',
    '?session_id=%D1%81s_test_a',
    '?session_id=<script>',
    `?session_id=cs_test_${'a'.repeat(300)}`,
  ])('is malformed in %p', (search) => {
    expect(readSessionId(search).kind).toBe('malformed');
  });
});
