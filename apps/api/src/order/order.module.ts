import { Module } from '@nestjs/common';
import { JobsModule } from '../jobs/jobs.module';
import { MailModule } from './fulfilment/mail/mail.module';
import { RateLimitModule } from '../rate-limit/rate-limit.module';
import { BrowserIdentity } from './confirmation/browser-identity';
import { ConfirmationService } from './confirmation/confirmation.service';
import { FULFILMENT_STEPS, FulfilmentService } from './fulfilment/fulfilment.service';
import type { FulfilmentStep } from './fulfilment/fulfilment-step';
import { MerchantNotificationStep } from './fulfilment/merchant-notification.step';
import {
  ConfirmationMailStep,
  OrderMailer,
  PaymentFailedMailStep,
  RefundMailStep,
} from './fulfilment/mail/order-mail.steps';
import { ConfirmationController } from './confirmation/confirmation.controller';
import { PlaceOrderService } from '../checkout/place-order.service';
import { OrderLookupService } from './order-lookup.service';
import { OrderTransitions } from './order-transitions.service';
import { OrderRepository } from './order.repository';
import { ReviewService } from './review/review.service';
import { OrderSyncService } from './sync/order-sync.service';
import { StripeSessionReader } from './sync/stripe-session.reader';
import { StockRepository } from './inventory/stock.repository';
import { VerificationRepository } from './confirmation/verification.repository';
import { VerificationService } from './confirmation/verification.service';
import { VisitorSyncService } from './sync/visitor-sync.service';

/** What happens when an order is paid, fails or is refunded: one class per step, named here and nowhere else. */
const fulfilmentSteps = [
  ConfirmationMailStep,
  MerchantNotificationStep,
  PaymentFailedMailStep,
  RefundMailStep,
];

@Module({
  imports: [JobsModule, MailModule, RateLimitModule],
  controllers: [ConfirmationController],
  providers: [
    BrowserIdentity,
    ConfirmationService,
    FulfilmentService,
    PlaceOrderService,
    OrderLookupService,
    OrderMailer,
    OrderTransitions,
    OrderRepository,
    ReviewService,
    OrderSyncService,
    StripeSessionReader,
    StockRepository,
    VerificationRepository,
    VerificationService,
    VisitorSyncService,
    ...fulfilmentSteps,
    {
      provide: FULFILMENT_STEPS,
      useFactory: (...steps: FulfilmentStep[]) => steps,
      inject: fulfilmentSteps,
    },
  ],
  exports: [
    BrowserIdentity,
    PlaceOrderService,
    OrderLookupService,
    ReviewService,
    OrderSyncService,
    VisitorSyncService,
  ],
})
export class OrderModule {}
