export { chargeLimits } from './charge-limits';
export type { ChargeLimits } from './charge-limits';
export { currencies, currencyExponent, isCurrency } from './currency';
export { formatMoney, toDecimal } from './format-money';
export { parseMoney } from './parse-money';
