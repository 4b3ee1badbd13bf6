import { expect, it } from '@jest/globals';
import { parseMoney } from './parse-money';

it.each([
  ['12.50', 'usd', 1250],
  ['12,5', 'eur', 1250],
  [' 12 ', 'usd', 1200],
  ['1200', 'jpy', 1200],
  ['1.234', 'kwd', 1234],
  ['0.05', 'usd', 5],
])('%j in %s is %d', (text, currency, amountMinor) => {
  expect(parseMoney(text, currency)).toBe(amountMinor);
});

it.each([
  ['', 'usd'],
  ['0', 'usd'],
  ['0.00', 'usd'],
  ['-1', 'usd'],
  ['1.234', 'usd'],
  ['1.5', 'jpy'],
  ['1,000.00', 'usd'],
  ['1e3', 'usd'],
  ['12.', 'usd'],
  ['9999999999999', 'usd'],
  ['$5', 'usd'],
])('%j in %s is no amount', (text, currency) => {
  expect(parseMoney(text, currency)).toBeUndefined();
});
