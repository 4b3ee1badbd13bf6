import type Stripe from 'stripe';
import { getFraudWarning, listFraudWarnings } from '../engine/payment/fraud-warnings';
import { approveReview, getReview, listReviews } from '../engine/payment/reviews';
import { listRoute, retrieveRoute, route } from './route';

export const radarRoutes = [
  listRoute<Stripe.ReviewListParams>('/v1/reviews', 'ReviewListParams', ['created'], listReviews),
  retrieveRoute('/v1/reviews/:id', 'ReviewRetrieveParams', getReview),
  route<Stripe.ReviewApproveParams>({
    method: 'POST',
    path: '/v1/reviews/:id/approve',
    params: 'ReviewApproveParams',
    supports: ['expand'],
    run: (engine, id) => approveReview(engine, id),
  }),
  listRoute<Stripe.Radar.EarlyFraudWarningListParams>(
    '/v1/radar/early_fraud_warnings',
    'Radar.EarlyFraudWarningListParams',
    ['charge', 'created', 'payment_intent'],
    listFraudWarnings,
  ),
  retrieveRoute(
    '/v1/radar/early_fraud_warnings/:id',
    'Radar.EarlyFraudWarningRetrieveParams',
    getFraudWarning,
  ),
];
