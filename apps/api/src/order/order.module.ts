import { Module } from '@nestjs/common';
import { JobsModule } from '../jobs/jobs.module';
import { MailModule } from '../mail/mail.module';
import { Browser } from './browser';
import { ConfirmationService } from './confirmation.service';
import { ConfirmationMailStep } from './fulfilment/confirmation-mail.step';
import { FULFILMENT_STEPS, FulfilmentService } from './fulfilment/fulfilment.service';
import type { FulfilmentStep } from './fulfilment/fulfilment-step';
import { OrderController } from './order.controller';
import { OrderIntakeService } from './order-intake.service';
import { OrderRepository } from './order.repository';
import { OrderSyncService } from './order-sync.service';
import { SessionReader } from './session-reader';
import { VerificationRepository } from './verification.repository';
import { VerificationService } from './verification.service';

/** What happens when an order is paid: one class per step, named here and nowhere else. */
const fulfilmentSteps = [ConfirmationMailStep];

@Module({
  imports: [JobsModule, MailModule],
  controllers: [OrderController],
  providers: [
    Browser,
    ConfirmationService,
    FulfilmentService,
    OrderIntakeService,
    OrderRepository,
    OrderSyncService,
    SessionReader,
    VerificationRepository,
    VerificationService,
    ...fulfilmentSteps,
    {
      provide: FULFILMENT_STEPS,
      useFactory: (...steps: FulfilmentStep[]) => steps,
      inject: fulfilmentSteps,
    },
  ],
  exports: [Browser, OrderIntakeService, OrderSyncService, SessionReader],
})
export class OrderModule {}
