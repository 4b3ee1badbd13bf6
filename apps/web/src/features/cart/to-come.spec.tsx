import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { render } from '@testing-library/react';
import type { ComponentProps } from 'react';
import { shopConfig } from '../../config/shop-config';
import { ToCome } from './to-come';

type Priced = ComponentProps<typeof ToCome>['priced'];

const MONTHLY = { interval: 'month', intervalCount: 1 } as const;
const once: Priced = { renewals: [], total: { amountMinor: 2400, currency: 'usd' } };
const renewing: Priced = { ...once, renewals: [{ amountMinor: 1850, recurring: MONTHLY }] };

/** What is said of the payment page of a shop with these settings. */
function saidOf(checkout: (typeof shopConfig)['shop']['checkout'], priced: Priced) {
  jest.replaceProperty(shopConfig, 'shop', { ...shopConfig.shop, checkout });
  const { container } = render(
    <I18nProvider i18n={i18n}>
      <ToCome priced={priced} />
    </I18nProvider>,
  );
  return container.textContent;
}

afterEach(() => void jest.restoreAllMocks());

describe('what the cart says of the payment page', () => {
  it.each([
    ['none', 'off', false, ''],
    ['free', 'off', false, 'Shipping is free.'],
    ['none', 'inclusive', false, 'Prices include tax.'],
    [
      'charged',
      'exclusive',
      true,
      'Shipping is added on the payment page. Taxes are added on the payment page. Promotion codes can be entered on the payment page.',
    ],
  ] as const)(
    'with shipping %s, tax %s, codes %s is "%s"',
    (shipping, tax, promotionCodes, words) => {
      expect(saidOf({ shipping, tax, promotionCodes }, once)).toBe(words);
    },
  );

  it.each([
    ['charged', 'Shipping is free.'],
    ['free', 'Shipping is free.'],
    ['none', ''],
  ] as const)(
    'is that a cart with a subscription ships free, where anything is shipped: %s',
    (shipping, words) => {
      expect(saidOf({ shipping, tax: 'off', promotionCodes: false }, renewing)).toBe(words);
    },
  );

  it('says nothing of shipping while the sum is not known', () => {
    const checkout = { shipping: 'charged', tax: 'off', promotionCodes: false } as const;
    expect(saidOf(checkout, { renewals: [], total: null })).toBe('');
  });

  it.each([
    [2399, ''],
    [2400, ''],
    [2401, 'Shipping is added on the payment page.'],
  ])('is not that shipping is added to a cart that has earned it, from %i', (from, words) => {
    const checkout = { shipping: 'charged', tax: 'off', promotionCodes: false } as const;
    expect(saidOf({ ...checkout, shippingFreeFromMinor: from }, once)).toBe(words);
  });
});
