import { describe, expect, it } from '@jest/globals';
import { askedBy, refundAskedBy } from './asked-refund';

const asked = (amountMinor: number | undefined, key = 'the mug', orderId = 'an order') =>
  askedBy(orderId, { amountMinor, key });
const refunds = [
  { id: 're_dashboard', metadata: null },
  { id: 're_part', metadata: asked(400) },
  { id: 're_rest', metadata: asked(undefined, 'the rest') },
];

describe('a refund that was asked for', () => {
  it('is found by its key and its amount', () => {
    expect(refundAskedBy(refunds, asked(400))).toMatchObject({ id: 're_part' });
    expect(refundAskedBy(refunds, asked(undefined, 'the rest'))).toMatchObject({ id: 're_rest' });
  });

  it('is another one when its key asks for another amount', () => {
    expect(refundAskedBy(refunds, asked(401))).toBe('other');
    expect(refundAskedBy(refunds, asked(undefined))).toBe('other');
    expect(refundAskedBy(refunds, asked(400, 'the rest'))).toBe('other');
  });

  it('is new under another key, and for another order', () => {
    expect(refundAskedBy(refunds, asked(400, 'a plate'))).toBeUndefined();
    expect(refundAskedBy(refunds, asked(400, 'the mug', 'another order'))).toBeUndefined();
  });

  it('says nothing of the key itself', () => {
    expect(JSON.stringify(asked(400))).not.toContain('mug');
  });
});
