import { Module } from '@nestjs/common';
import { OrderModule } from '../order/order.module';
import { PictureModule } from '../picture/picture.module';
import { RateLimitModule } from '../rate-limit/rate-limit.module';
import { CatalogService } from './catalog/catalog.service';
import { CheckoutController } from './checkout.controller';
import { CheckoutRepository } from './checkout.repository';
import { CheckoutService } from './checkout.service';
import { CloseOpenSessions } from './close-open-sessions';
import { CreateSessionService } from './create-session.service';
import { OpenPayments } from './open-payments';
import { PlaceOrderService } from './place-order.service';
import { RefuseCheckoutService } from './refuse-checkout.service';

@Module({
  imports: [OrderModule, PictureModule, RateLimitModule],
  controllers: [CheckoutController],
  providers: [
    CatalogService,
    CheckoutRepository,
    CheckoutService,
    CloseOpenSessions,
    CreateSessionService,
    OpenPayments,
    PlaceOrderService,
    RefuseCheckoutService,
  ],
})
export class CheckoutModule {}
