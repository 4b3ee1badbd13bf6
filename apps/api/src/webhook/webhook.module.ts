import { Module } from '@nestjs/common';
import { JobsModule } from '../jobs/jobs.module';
import { OrderModule } from '../order/order.module';
import { MissedEvents } from './missed-events';
import { Sweep } from './sweep';
import { WebhookController } from './webhook.controller';
import { WebhookEventRepository } from './webhook-event.repository';
import { WebhookInboxService } from './webhook-inbox.service';
import { WebhookWorker } from './webhook.worker';

@Module({
  imports: [JobsModule, OrderModule],
  controllers: [WebhookController],
  providers: [MissedEvents, Sweep, WebhookEventRepository, WebhookInboxService, WebhookWorker],
  exports: [WebhookEventRepository, WebhookInboxService],
})
export class WebhookModule {}
