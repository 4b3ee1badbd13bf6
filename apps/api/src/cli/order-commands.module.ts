import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { JobsModule } from '../jobs/jobs.module';
import { OrderModule } from '../order/order.module';
import { WebhookModule } from '../webhook/webhook.module';
import { OrderCommands } from './order-commands';
import { OrderHistoryRepository } from './order-history.repository';

/** The API's own services and the commands. */
@Module({})
export class OrderCommandsModule {
  static with(app: DynamicModule): DynamicModule {
    return {
      module: OrderCommandsModule,
      imports: [app, JobsModule, OrderModule, WebhookModule],
      providers: [OrderCommands, OrderHistoryRepository],
    };
  }
}
