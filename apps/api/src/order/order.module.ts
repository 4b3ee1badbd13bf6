import { Module } from '@nestjs/common';
import { JobsModule } from '../jobs/jobs.module';
import { RateLimitModule } from '../rate-limit/rate-limit.module';
import { BrowserIdentity } from './confirmation/browser-identity';
import { ConfirmationAccessService } from './confirmation/confirmation-access.service';
import { ConfirmationGrantRepository } from './confirmation/confirmation-grant.repository';
import { ConfirmationController } from './confirmation/confirmation.controller';
import { ConfirmationRepository } from './confirmation/confirmation.repository';
import { ConfirmationService } from './confirmation/confirmation.service';
import { VerificationService } from './confirmation/verification.service';
import type { FulfilmentStep } from './fulfilment/fulfilment-step';
import { FulfilmentRepository } from './fulfilment/fulfilment.repository';
import { FULFILMENT_STEPS, FulfilmentService } from './fulfilment/fulfilment.service';
import { MailModule } from './fulfilment/mail/mail.module';
import {
  ConfirmationMailStep,
  OrderMailer,
  PaymentFailedMailStep,
  RefundFailedMailStep,
  RefundPendingMailStep,
  RefundRequiresActionMailStep,
  RefundSucceededMailStep,
} from './fulfilment/mail/order-mail.steps';
import { MerchantNotificationStep } from './fulfilment/merchant-notification.step';
import { InventoryService } from './inventory/inventory.service';
import { StockRepository } from './inventory/stock.repository';
import { OrderTransitionsService } from './order-transitions.service';
import { OrderRepository } from './order.repository';
import { AfterPaymentListsService } from './reconciliation/after-payment-lists.service';
import { DueOrdersRepository } from './reconciliation/due-orders.repository';
import { ReadingPositionRepository } from './reconciliation/reading-position.repository';
import { StripeListReader } from './reconciliation/stripe-list-reader.service';
import { SweepService } from './reconciliation/sweep.service';
import { ReviewRepository } from './review/review.repository';
import { ReviewService } from './review/review.service';
import { EventSyncService } from './sync/event-sync.service';
import { OrderSyncService } from './sync/order-sync.service';
import { PermissionAlerts } from './sync/permission-alerts';
import { StripeSessionReader } from './sync/stripe-session.reader';
import { VisitorSyncService } from './sync/visitor-sync.service';

/** What happens when an order is paid, fails or is refunded: one class per step. List new steps here. */
const fulfilmentSteps = [
  ConfirmationMailStep,
  MerchantNotificationStep,
  PaymentFailedMailStep,
  RefundPendingMailStep,
  RefundRequiresActionMailStep,
  RefundSucceededMailStep,
  RefundFailedMailStep,
];

const fulfilment = [
  FulfilmentRepository,
  FulfilmentService,
  OrderMailer,
  ...fulfilmentSteps,
  {
    provide: FULFILMENT_STEPS,
    useFactory: (...steps: FulfilmentStep[]) => steps,
    inject: fulfilmentSteps,
  },
];

/** Puts the rooms of the order together. boundaries.spec.ts says which room may use which. */
@Module({
  imports: [JobsModule, MailModule, RateLimitModule],
  controllers: [ConfirmationController],
  providers: [
    StockRepository,
    InventoryService,
    ...fulfilment,
    OrderRepository,
    OrderTransitionsService,
    PermissionAlerts,
    StripeSessionReader,
    OrderSyncService,
    EventSyncService,
    VisitorSyncService,
    DueOrdersRepository,
    ReadingPositionRepository,
    StripeListReader,
    SweepService,
    AfterPaymentListsService,
    ReviewRepository,
    ReviewService,
    BrowserIdentity,
    ConfirmationAccessService,
    ConfirmationGrantRepository,
    ConfirmationRepository,
    ConfirmationService,
    VerificationService,
  ],
  exports: [
    BrowserIdentity,
    ConfirmationAccessService,
    EventSyncService,
    InventoryService,
    OrderSyncService,
    PermissionAlerts,
    ReviewService,
    StripeListReader,
    StripeSessionReader,
    SweepService,
    VisitorSyncService,
  ],
})
export class OrderModule {}
