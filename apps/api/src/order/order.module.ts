import { Module } from '@nestjs/common';
import { JobsModule } from '../jobs/jobs.module';
import { PictureModule } from '../picture/picture.module';
import { RateLimitModule } from '../rate-limit/rate-limit.module';
import { AdoptionService } from './adoption/adoption.service';
import { OrderFromSession } from './adoption/order-from-session.service';
import { OutsidePaymentService } from './adoption/outside-payment.service';
import { RebuildService } from './adoption/rebuild.service';
import { SessionLinesReader } from './adoption/session-lines.reader';
import { CancellationController } from './change/cancellation.controller';
import { AwaitedPayments } from './change/awaited-payment.service';
import { CancellationService } from './change/cancellation.service';
import { CancellationWorker } from './change/cancellation-worker.service';
import { ChangeAccess } from './change/change-access.service';
import { DeliveryAddressController } from './change/delivery-address.controller';
import { DeliveryAddressService } from './change/delivery-address.service';
import { RefundService } from './change/refund.service';
import { AccessController } from './confirmation/access.controller';
import { AddressService } from './confirmation/address.service';
import { BrowserIdentity } from './confirmation/browser-identity';
import { BuyerResendService } from './confirmation/buyer-resend.service';
import { ConfirmationAccessService } from './confirmation/confirmation-access.service';
import { ConfirmationGrantRepository } from './confirmation/confirmation-grant.repository';
import { ConfirmationController } from './confirmation/confirmation.controller';
import { ConfirmationRepository } from './confirmation/confirmation.repository';
import { ConfirmationService } from './confirmation/confirmation.service';
import { LinkAccessService } from './confirmation/link-access.service';
import { ResendController } from './confirmation/resend.controller';
import { VerificationService } from './confirmation/verification.service';
import { DeliveryOutcomes } from './fulfilment/delivery-outcomes.service';
import { DeliveryService } from './fulfilment/delivery.service';
import { FULFILMENT_STEPS } from './fulfilment/fulfilment-step';
import { FulfilmentRepository } from './fulfilment/fulfilment.repository';
import { FulfilmentService } from './fulfilment/fulfilment.service';
import { HeldTellingRepository } from './fulfilment/held-telling.repository';
import { HeldTellingService } from './fulfilment/held-telling.service';
import { MailModule } from './fulfilment/mail/mail.module';
import { OrderMailSteps } from './fulfilment/mail/order-mail-steps.service';
import { MerchantEndpoint } from './fulfilment/merchant/merchant-endpoint';
import { MerchantSteps } from './fulfilment/merchant/merchant-steps.service';
import { DeferredStaffMail } from './fulfilment/staff/deferred-staff-mail.service';
import { StaffSteps } from './fulfilment/staff/staff-steps.service';
import { StaffRepository } from './fulfilment/staff/staff.repository';
import { ResendRepository } from './fulfilment/resend.repository';
import { ResendService } from './fulfilment/resend.service';
import { FindOrderController } from './find/find-order.controller';
import { FindOrderRepository } from './find/find-order.repository';
import { FindOrderService } from './find/find-order.service';
import { FoundOrders } from './find/found-orders.service';
import { InventoryService } from './inventory/inventory.service';
import { StockRepository } from './inventory/stock.repository';
import { OrderLinkService } from './link/order-link.service';
import { SecretRepository } from './link/secret.repository';
import { OrderTransitionsService } from './order-transitions.service';
import { OrderRepository } from './order.repository';
import { ErasureRepository } from './privacy/erasure.repository';
import { ErasureService } from './privacy/erasure.service';
import { PersonalDataRepository } from './privacy/personal-data.repository';
import { PersonalDataService } from './privacy/personal-data.service';
import { AfterPaymentListsService } from './reconciliation/after-payment-lists.service';
import { DueOrdersRepository } from './reconciliation/due-orders.repository';
import { LostJobsRepository } from './reconciliation/lost-jobs.repository';
import { LostJobsService } from './reconciliation/lost-jobs.service';
import { LostStepsRepository } from './reconciliation/lost-steps.repository';
import { LostStepsService } from './reconciliation/lost-steps.service';
import { ReadingPositionRepository } from './reconciliation/reading-position.repository';
import { StripeListReader } from './reconciliation/stripe-list-reader.service';
import { SweepService } from './reconciliation/sweep.service';
import { ReviewRepository } from './review/review.repository';
import { ReviewService } from './review/review.service';
import { ShipmentRepository } from './shipment/shipment.repository';
import { ShipmentService } from './shipment/shipment.service';
import { PortalController } from './subscription/portal.controller';
import { PortalService } from './subscription/portal.service';
import { EventSyncService } from './sync/event-sync.service';
import { FailureAlerts } from './sync/failure-alerts';
import { OrderSyncService } from './sync/order-sync.service';
import { PermissionAlerts } from './sync/permission-alerts';
import { RenewalPayments } from './sync/renewal-payments.service';
import { SessionOwnerService } from './sync/session-owner.service';
import { StripeSessionReader } from './sync/stripe-session.reader';
import { VisitorSyncService } from './sync/visitor-sync.service';
import { WithdrawalRecords } from './withdrawal/withdrawal-records.service';
import { WithdrawalWorker } from './withdrawal/withdrawal-worker.service';
import { WithdrawalController } from './withdrawal/withdrawal.controller';
import { WithdrawalRepository } from './withdrawal/withdrawal.repository';
import { WithdrawalService } from './withdrawal/withdrawal.service';

/** What is told about an order, to whom: providers of steps. List those of new channels here. */
const channels = [OrderMailSteps, MerchantSteps, StaffSteps, DeferredStaffMail];

const fulfilment = [
  FulfilmentRepository,
  FulfilmentService,
  DeliveryOutcomes,
  DeliveryService,
  ResendRepository,
  ResendService,
  HeldTellingRepository,
  HeldTellingService,
  MerchantEndpoint,
  StaffRepository,
  ...channels,
  {
    provide: FULFILMENT_STEPS,
    useFactory: (...found: Pick<StaffSteps, 'steps'>[]) => found.flatMap(({ steps }) => steps),
    inject: channels,
  },
];

/** Puts the rooms of the order together. boundaries.spec.ts says which room may use which. */
@Module({
  imports: [JobsModule, MailModule, PictureModule, RateLimitModule],
  controllers: [
    ConfirmationController,
    AccessController,
    ResendController,
    PortalController,
    FindOrderController,
    WithdrawalController,
    CancellationController,
    DeliveryAddressController,
  ],
  providers: [
    StockRepository,
    InventoryService,
    SecretRepository,
    OrderLinkService,
    ...fulfilment,
    OrderRepository,
    OrderTransitionsService,
    SessionLinesReader,
    OrderFromSession,
    AdoptionService,
    RebuildService,
    OutsidePaymentService,
    SessionOwnerService,
    PermissionAlerts,
    FailureAlerts,
    StripeSessionReader,
    OrderSyncService,
    RenewalPayments,
    EventSyncService,
    VisitorSyncService,
    DueOrdersRepository,
    ReadingPositionRepository,
    StripeListReader,
    SweepService,
    AfterPaymentListsService,
    LostStepsRepository,
    LostStepsService,
    LostJobsRepository,
    LostJobsService,
    ReviewRepository,
    ReviewService,
    ErasureRepository,
    ErasureService,
    PersonalDataRepository,
    PersonalDataService,
    BrowserIdentity,
    ConfirmationAccessService,
    ConfirmationGrantRepository,
    ConfirmationRepository,
    ConfirmationService,
    VerificationService,
    LinkAccessService,
    AddressService,
    BuyerResendService,
    PortalService,
    ChangeAccess,
    AwaitedPayments,
    CancellationService,
    CancellationWorker,
    DeliveryAddressService,
    RefundService,
    ShipmentRepository,
    ShipmentService,
    FindOrderRepository,
    FindOrderService,
    FoundOrders,
    WithdrawalRepository,
    WithdrawalService,
    WithdrawalWorker,
    WithdrawalRecords,
  ],
  exports: [
    AddressService,
    BrowserIdentity,
    CancellationService,
    ConfirmationAccessService,
    DeliveryAddressService,
    ErasureService,
    EventSyncService,
    FailureAlerts,
    HeldTellingService,
    InventoryService,
    LostStepsService,
    MerchantEndpoint,
    OrderSyncService,
    PermissionAlerts,
    PersonalDataService,
    RefundService,
    ResendService,
    ReviewService,
    ShipmentService,
    StripeListReader,
    StripeSessionReader,
    SweepService,
    VisitorSyncService,
    WithdrawalRecords,
  ],
})
export class OrderModule {}
