import { Module } from '@nestjs/common';
import { DatabaseModule } from '../database/database.module';
import { JobsModule } from '../jobs/jobs.module';
import { MailModule } from '../order/fulfilment/mail/mail.module';
import { OrderModule } from '../order/order.module';
import { HousekeepingService } from './housekeeping.service';
import { OldEventsRepository } from './old-events.repository';
import { OldStaffRepository } from './old-staff.repository';
import { UnpaidOrdersRepository } from './unpaid-orders.repository';

@Module({
  imports: [DatabaseModule, JobsModule, MailModule, OrderModule],
  providers: [HousekeepingService, OldEventsRepository, OldStaffRepository, UnpaidOrdersRepository],
})
export class HousekeepingModule {}
