import { Module } from '@nestjs/common';
import { OrderModule } from '../order/order.module';
import { RateLimitModule } from '../rate-limit/rate-limit.module';
import { CatalogService } from './catalog/catalog.service';
import { CheckoutController } from './checkout.controller';
import { CheckoutRepository } from './checkout.repository';
import { CheckoutService } from './checkout.service';
import { CloseOpenSessions } from './close-open-sessions';
import { CreateSessionService } from './create-session.service';
import { PlaceOrderService } from './place-order.service';

@Module({
  imports: [OrderModule, RateLimitModule],
  controllers: [CheckoutController],
  providers: [
    CatalogService,
    CheckoutRepository,
    CheckoutService,
    CloseOpenSessions,
    CreateSessionService,
    PlaceOrderService,
  ],
})
export class CheckoutModule {}
