import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { render } from '@testing-library/react';
import { shopConfig } from '../../config/shop-config';
import { ToCome } from './to-come';

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
      const checkout = { shipping, tax, promotionCodes };
      jest.replaceProperty(shopConfig, 'shop', { ...shopConfig.shop, checkout });
      const { container } = render(
        <I18nProvider i18n={i18n}>
          <ToCome />
        </I18nProvider>,
      );
      expect(container).toHaveTextContent(words);
      expect(container.textContent === '').toBe(words === '');
    },
  );
});
