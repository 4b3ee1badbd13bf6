import { Module } from '@nestjs/common';
import { JobsModule } from '../jobs/jobs.module';
import { OrderModule } from '../order/order.module';
import { ListedEventsService } from './listed-events.service';
import { MissingEventService } from './missing-event.service';
import { WebhookController } from './webhook.controller';
import { WebhookEventRepository } from './webhook-event.repository';
import { WebhookInboxService } from './webhook-inbox.service';
import { WebhookWorker } from './webhook.worker';

@Module({
  imports: [JobsModule, OrderModule],
  controllers: [WebhookController],
  providers: [
    ListedEventsService,
    MissingEventService,
    WebhookEventRepository,
    WebhookInboxService,
    WebhookWorker,
  ],
  exports: [WebhookInboxService],
})
export class WebhookModule {}
