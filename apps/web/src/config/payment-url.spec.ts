/** @jest-environment node */
import { describe, expect, it } from '@jest/globals';
import { isPaymentUrl, isSafeLink } from './payment-url';

const ORIGINS = ['https://checkout.stripe.com', 'http://localhost:4242'];

describe('a payment page', () => {
  it.each([
    'https://checkout.stripe.com/c/pay/cs_test_a1b2c3#fid',
    'http://localhost:4242/pay/cs_test_1',
    'HTTPS://CHECKOUT.STRIPE.COM/c',
  ])('is %s', (url) => {
    expect(isPaymentUrl(url, ORIGINS)).toBe(true);
  });

  it.each([
    'http://checkout.stripe.com/c/pay',
    'https://checkout.stripe.com.evil.example/c',
    'https://checkout.stripe.com@evil.example/c',
    'https://evil.example/https://checkout.stripe.com',
    'https://checkout.stripe.com:8443/c',
    'http://localhost:4243/pay',
    'https://localhost/pay',
    '//checkout.stripe.com/c',
    '/c/pay',
    'javascript:alert(1)//https://checkout.stripe.com',
    'data:text/html,x',
    '',
  ])('is not %s', (url) => {
    expect(isPaymentUrl(url, ORIGINS)).toBe(false);
  });

  it('is nothing at all when no origin is configured', () => {
    expect(isPaymentUrl('https://checkout.stripe.com/c', [])).toBe(false);
    expect(isPaymentUrl('https://checkout.stripe.com/c', ['garbage'])).toBe(false);
  });
});

describe('a link from Stripe', () => {
  it.each([
    ['https://pay.stripe.com/receipts/x', true],
    ['http://localhost:4242/receipts/x', true],
    ['http://pay.stripe.com/receipts/x', false],
    ['javascript:alert(1)', false],
    ['receipt', false],
  ])('%s is safe: %s', (url, safe) => {
    expect(isSafeLink(url, ORIGINS)).toBe(safe);
  });
});
