import { Module } from '@nestjs/common';
import { JobsModule } from '../jobs/jobs.module';
import { MailModule } from '../mail/mail.module';
import { RateLimitModule } from '../rate-limit/rate-limit.module';
import { Browser } from './browser';
import { ConfirmationService } from './confirmation.service';
import { FULFILMENT_STEPS, FulfilmentService } from './fulfilment/fulfilment.service';
import type { FulfilmentStep } from './fulfilment/fulfilment-step';
import { MerchantNotificationStep } from './fulfilment/merchant-notification.step';
import {
  ConfirmationMailStep,
  OrderMailer,
  PaymentFailedMailStep,
  RefundMailStep,
} from './fulfilment/order-mail.steps';
import { OrderController } from './order.controller';
import { OrderIntakeService } from './order-intake.service';
import { OrderLookupService } from './order-lookup.service';
import { OrderMover } from './order-mover';
import { OrderRepository } from './order.repository';
import { OrderReviewService } from './order-review.service';
import { OrderSyncService } from './order-sync.service';
import { SessionReader } from './session-reader';
import { StockRepository } from './stock.repository';
import { VerificationRepository } from './verification.repository';
import { VerificationService } from './verification.service';
import { VisitorSyncService } from './visitor-sync.service';

/** What happens when an order is paid, fails or is refunded: one class per step, named here and nowhere else. */
const fulfilmentSteps = [
  ConfirmationMailStep,
  MerchantNotificationStep,
  PaymentFailedMailStep,
  RefundMailStep,
];

@Module({
  imports: [JobsModule, MailModule, RateLimitModule],
  controllers: [OrderController],
  providers: [
    Browser,
    ConfirmationService,
    FulfilmentService,
    OrderIntakeService,
    OrderLookupService,
    OrderMailer,
    OrderMover,
    OrderRepository,
    OrderReviewService,
    OrderSyncService,
    SessionReader,
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
    Browser,
    OrderIntakeService,
    OrderLookupService,
    OrderReviewService,
    OrderSyncService,
    VisitorSyncService,
  ],
})
export class OrderModule {}
