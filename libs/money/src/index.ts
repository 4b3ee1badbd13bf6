export { currencies, currencyExponent, isCurrency } from './currency';
export { formatMoney, toDecimal } from './format-money';
