/**
 * @jest-environment jest-fixed-jsdom
 */
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Request } from 'express';
import type Stripe from 'stripe';
import { speechFor } from './language/speech';
import { pageScript } from './page-script';
import { payPage } from './pay-page';
import type { PayPageModel } from './pay-page-model';
import { document, showPage, type Item } from './spec-browser';

const session = {
  id: 'cs_test_1',
  mode: 'payment',
  amount_subtotal: 5000,
  amount_total: 5000,
  currency: 'usd',
  allow_promotion_codes: true,
  automatic_tax: { enabled: false },
  custom_fields: [],
  custom_text: {},
  payment_method_collection: 'if_required',
  payment_method_types: ['card', 'us_bank_account'],
} as unknown as Stripe.Checkout.Session;

const rate = (id: string, amount: number) =>
  ({ id, display_name: id, fixed_amount: { amount } }) as unknown as Stripe.ShippingRate;

const model: PayPageModel = {
  session,
  lines: [],
  optionalItems: [],
  addedLines: [],
  shippingRates: [rate('shr_ground', 0), rate('shr_air', 1500)],
  form: { method: 'card', shippingRate: 'shr_ground' },
  discountName: null,
  problem: null,
  codeProblem: null,
};

describe('the hosted page’s script', () => {
  /** The buttons that submitted the form, and whether it was submitted. */
  let sent: { by: string; gone: boolean }[];

  const show = (more: Partial<PayPageModel> = {}) => {
    const request = { acceptsLanguages: () => ['en'] } as unknown as Request;
    showPage(payPage({ ...model, ...more }, speechFor(request, null)), pageScript);
    const form = document.querySelector('#pay') as Item & {
      addEventListener(type: string, listener: (event: SubmitEvent) => void): void;
    };
    form.addEventListener('submit', (event) => {
      sent.push({ by: event.submitter?.getAttribute('name') ?? '', gone: !event.defaultPrevented });
      event.preventDefault();
    });
  };
  type SubmitEvent = Event & { submitter: Item | null };

  const one = (selector: string) => document.querySelector(selector) as Item;
  const type = (selector: string, text: string) => {
    one(selector).value = text;
    one(selector).dispatchEvent(new Event('input', { bubbles: true }));
    return one(selector).value;
  };

  beforeEach(() => {
    sent = [];
    Object.assign(globalThis, { scrollTo: () => undefined });
    show();
  });

  it('pays once, however often the button is pressed', () => {
    one('.pay').click();
    one('.pay').click();
    expect(sent).toEqual([
      { by: '', gone: true },
      { by: '', gone: false },
    ]);
    expect(one('.pay').textContent).toBe('Processing…');
  });

  it('writes cards as they are embossed', () => {
    expect(type('#cardNumber', '4242424242424242')).toBe('4242 4242 4242 4242');
    expect(type('#cardNumber', '378282246310005')).toBe('3782 822463 10005');
    expect(type('#cardExpiry', '1240')).toBe('12 / 40');
    expect(type('#cardExpiry', '9')).toBe('09');
    expect(type('#cardCvc', '12x34567')).toBe('1234');
  });

  it('reckons anew when the shopper ships another way, and leaves him there', () => {
    const air = one('[value="shr_air"]');
    air.checked = true;
    air.dispatchEvent(new Event('change', { bubbles: true }));
    expect(sent).toEqual([{ by: 'update', gone: true }]);
    expect(one('.pay').textContent).not.toBe('Processing…');
    show({ form: { ...model.form, shippingRate: 'shr_air' } });
    expect(document.activeElement?.value).toBe('shr_air');
  });

  it('applies a code on Enter, and does not pay', () => {
    const enter = Object.assign(new Event('keydown', { bubbles: true, cancelable: true }), {
      key: 'Enter',
    });
    one('#promotionCode').dispatchEvent(enter);
    expect(sent).toEqual([{ by: 'applyCode', gone: true }]);
    show({ codeProblem: 'This code is invalid.' });
    expect(document.activeElement?.id).toBe('promotionCode');
  });

  it('asks for the holder of a card, and for the name of others', () => {
    const label = () => one('label[for="billingName"]').textContent;
    const choose = (method: string) => {
      one(`[value="${method}"]`).checked = true;
      one(`[value="${method}"]`).dispatchEvent(new Event('change', { bubbles: true }));
    };
    expect(label()).toBe('Cardholder name');
    choose('us_bank_account');
    expect(label()).toBe('Full name');
    choose('card');
    expect(label()).toBe('Cardholder name');
  });

  it('leads to the field that is wrong', () => {
    show({ problem: { message: 'Your card number is incorrect.', field: 'number' } });
    expect(document.activeElement?.id).toBe('cardNumber');
  });
});
