import { describe, expect, it } from '@jest/globals';
import Stripe from 'stripe';
import { StripeError } from '../engine/stripe-error';
import { parseForm } from './form-body';

/** As plain objects, which are easier to compare. */
const read = (text: string): unknown => JSON.parse(JSON.stringify(parseForm(text)));

describe('form bodies', () => {
  it('are read as the SDK writes them', async () => {
    let sent = '';
    const stripe = new Stripe('sk_test_form', {
      httpClient: Stripe.createFetchHttpClient((_url, init) => {
        sent = init?.body as string;
        return Promise.resolve(new Response('{}'));
      }),
    });
    await stripe.checkout.sessions.create({
      success_url: 'https://shop.example/?id={CHECKOUT_SESSION_ID}&a=b+c',
      line_items: [{ price: 'price_1', quantity: 2 }, { price_data: { currency: 'usd' } }],
      metadata: { 'größe (cm)': '100 % & more' },
      expand: ['line_items'],
    });
    expect(read(sent)).toEqual({
      success_url: 'https://shop.example/?id={CHECKOUT_SESSION_ID}&a=b+c',
      line_items: {
        0: { price: 'price_1', quantity: '2' },
        1: { price_data: { currency: 'usd' } },
      },
      metadata: { 'größe (cm)': '100 % & more' },
      expand: { 0: 'line_items' },
    });
  });

  it.each([
    ['', {}],
    ['a', { a: '' }],
    ['a=1&&b=2&', { a: '1', b: '2' }],
    ['a=1&a=2', { a: '2' }],
    ['a=x+y%2B', { a: 'x y+' }],
    ['expand[]=b&expand[]=c', { expand: { 0: 'b', 1: 'c' } }],
    [
      'l[][d][x]=1&l[][d][y]=2&l[][q]=3&l[][d][x]=4',
      { l: { 0: { d: { x: '1', y: '2' }, q: '3' }, 1: { d: { x: '4' } } } },
    ],
  ])('read %j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('keep names that objects have by themselves apart', () => {
    const form = parseForm('__proto__=1&constructor[prototype][x]=2');
    expect(Object.keys(form)).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it.each(['a=%zz', 'a=%c0%af', `a${'[b]'.repeat(20)}=1`, 'a=1&'.repeat(6000)])(
    'refuse what is no form: %#',
    (text) => {
      expect(() => parseForm(text)).toThrow(StripeError);
    },
  );
});
