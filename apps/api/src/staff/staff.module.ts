import { Module } from '@nestjs/common';
import { JobsModule } from '../jobs/jobs.module';
import { OrderModule } from '../order/order.module';
import { RateLimitModule } from '../rate-limit/rate-limit.module';
import { StripeEndpointModule } from '../stripe-endpoint/stripe-endpoint.module';
import { WebhookModule } from '../webhook/webhook.module';
import { ActOnOrder } from './actions/act-on-order.service';
import { HeldTellingActs } from './actions/held-telling-acts.service';
import { HeldTellingController } from './actions/held-telling.controller';
import { OrderActionsController } from './actions/order-actions.controller';
import { OrderChangesController } from './actions/order-changes.controller';
import { RefundsController } from './actions/refunds.controller';
import { StaffActs } from './actions/staff-acts.service';
import { StaffChanges } from './actions/staff-changes.service';
import { StripeActionsController } from './actions/stripe-actions.controller';
import { StripeActs } from './actions/stripe-acts.service';
import { WorkActionsController } from './actions/work-actions.controller';
import { ApiKeyRepository } from './api-key.repository';
import { ApiKeysService } from './api-keys.service';
import { AuditList } from './audit/audit-list.service';
import { AuditController } from './audit/audit.controller';
import { DeadLetterList } from './dead-letters/dead-letter-list.service';
import { DeadLettersController } from './dead-letters/dead-letters.controller';
import { DeliveriesController } from './deliveries/deliveries.controller';
import { DeliveryList } from './deliveries/delivery-list.service';
import { StaffDeliveryRepository } from './deliveries/staff-delivery.repository';
import { EventDetail } from './events/event-detail.service';
import { EventList } from './events/event-list.service';
import { EventsController } from './events/events.controller';
import { StaffEventRepository } from './events/staff-event.repository';
import { FiguresController } from './figures/figures.controller';
import { FiguresRepository } from './figures/figures.repository';
import { FiguresService } from './figures/figures.service';
import { FindOrders } from './orders/find-orders.service';
import { OrdersController } from './orders/orders.controller';
import { ShowOrder } from './orders/show-order.service';
import { StaffOrderRepository } from './staff-order.repository';
import { OverviewController } from './overview/overview.controller';
import { OverviewRepository } from './overview/overview.repository';
import { OverviewService } from './overview/overview.service';
import { FirstSignIn } from './people/first-sign-in.service';
import { PeopleService } from './people/people.service';
import { PersonRepository } from './people/person.repository';
import { SessionController } from './people/session.controller';
import { SessionsController } from './people/sessions.controller';
import { StaffSessions } from './people/staff-sessions.service';
import { ShipmentsController } from './shipments.controller';
import { ShipmentListController } from './shipments/shipment-list.controller';
import { ShipmentList } from './shipments/shipment-list.service';
import { StaffShipmentRepository } from './shipments/staff-shipment.repository';
import { StaffActionRepository } from './staff-action.repository';
import { StaffAuditInterceptor } from './staff-audit.interceptor';
import { StaffAuditService } from './staff-audit.service';
import { StaffGuard } from './staff.guard';
import { WithdrawalList } from './withdrawals/withdrawal-list.service';
import { WithdrawalsController } from './withdrawals/withdrawals.controller';

/** What staff and the shop's own systems can do: the API under /api/staff. */
@Module({
  imports: [JobsModule, OrderModule, WebhookModule, StripeEndpointModule, RateLimitModule],
  controllers: [
    SessionController,
    SessionsController,
    OverviewController,
    FiguresController,
    OrdersController,
    OrderActionsController,
    HeldTellingController,
    OrderChangesController,
    ShipmentsController,
    RefundsController,
    EventsController,
    DeliveriesController,
    ShipmentListController,
    WithdrawalsController,
    DeadLettersController,
    WorkActionsController,
    StripeActionsController,
    AuditController,
  ],
  providers: [
    ApiKeyRepository,
    ApiKeysService,
    PersonRepository,
    PeopleService,
    StaffSessions,
    FirstSignIn,
    StaffActionRepository,
    StaffAuditService,
    StaffAuditInterceptor,
    StaffGuard,
    StaffOrderRepository,
    FindOrders,
    ShowOrder,
    OverviewRepository,
    OverviewService,
    FiguresRepository,
    FiguresService,
    StaffEventRepository,
    EventList,
    StaffDeliveryRepository,
    DeliveryList,
    StaffShipmentRepository,
    ShipmentList,
    WithdrawalList,
    EventDetail,
    DeadLetterList,
    AuditList,
    ActOnOrder,
    StaffActs,
    StaffChanges,
    HeldTellingActs,
    StripeActs,
  ],
  exports: [ActOnOrder, ApiKeysService, PeopleService, StaffActs, StaffAuditService, StaffChanges],
})
export class StaffModule {}
