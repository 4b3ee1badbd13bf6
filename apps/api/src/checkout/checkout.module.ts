import { Module } from '@nestjs/common';
import { OrderModule } from '../order/order.module';
import { RateLimitModule } from '../rate-limit/rate-limit.module';
import { CatalogService } from './catalog/catalog.service';
import { CheckoutController } from './checkout.controller';
import { CheckoutService } from './checkout.service';
import { OpenCheckouts } from './close-open-sessions';
import { CreateSessionService } from './create-session.service';

@Module({
  imports: [OrderModule, RateLimitModule],
  controllers: [CheckoutController],
  providers: [CatalogService, CheckoutService, OpenCheckouts, CreateSessionService],
})
export class CheckoutModule {}
