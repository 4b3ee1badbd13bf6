import { Module } from '@nestjs/common';
import { OrderModule } from '../order/order.module';
import { EndpointWatchService } from './endpoint-watch.service';

/** Watches what Stripe must be set to for this deployment: the webhook endpoint. */
@Module({
  imports: [OrderModule],
  providers: [EndpointWatchService],
})
export class StripeEndpointModule {}
