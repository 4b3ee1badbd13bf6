import { Module } from '@nestjs/common';
import { OrderModule } from '../order/order.module';
import { RateLimitModule } from '../rate-limit/rate-limit.module';
import { CatalogService } from './catalog.service';
import { CheckoutController } from './checkout.controller';
import { CheckoutService } from './checkout.service';
import { OpenCheckouts } from './open-checkouts';
import { SessionStarter } from './session-starter';

@Module({
  imports: [OrderModule, RateLimitModule],
  controllers: [CheckoutController],
  providers: [CatalogService, CheckoutService, OpenCheckouts, SessionStarter],
})
export class CheckoutModule {}
