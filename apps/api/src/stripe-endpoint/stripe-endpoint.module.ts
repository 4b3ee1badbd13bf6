import { Module } from '@nestjs/common';
import { OrderModule } from '../order/order.module';
import { EndpointWatchService } from './endpoint-watch.service';
import { PermissionCheckService } from './permissions/permission-check.service';

/** Watches what must be set at Stripe for this deployment: the webhook endpoint, and what the key may do. */
@Module({
  imports: [OrderModule],
  providers: [EndpointWatchService, PermissionCheckService],
  exports: [EndpointWatchService, PermissionCheckService],
})
export class StripeEndpointModule {}
