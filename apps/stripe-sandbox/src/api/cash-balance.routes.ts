import { cashBalance, fundCashBalance, type FundParams } from '../engine/cash-balance';
import { retrieveRoute, route } from './route';

export const cashBalanceRoutes = [
  retrieveRoute('/v1/customers/:id/cash_balance', 'CustomerRetrieveCashBalanceParams', cashBalance),
  route<FundParams>({
    method: 'POST',
    path: '/v1/test_helpers/customers/:id/fund_cash_balance',
    // `Stripe.TestHelpers.CustomerFundCashBalanceParams`, which the SDK does not export.
    params: {
      type: 'object',
      properties: {
        amount: { type: 'number' },
        currency: { type: 'string' },
        expand: { type: 'array', items: { type: 'string' } },
        reference: { type: 'string' },
      },
      required: ['amount', 'currency'],
    },
    supports: ['amount', 'currency', 'expand', 'reference'],
    run: (engine, id, params) => fundCashBalance(engine, id, params),
  }),
];
