import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { JobsModule } from '../jobs/jobs.module';
import { OrderModule } from '../order/order.module';
import { StaffModule } from '../staff/staff.module';
import { WebhookModule } from '../webhook/webhook.module';
import { DeliveryCommands } from './delivery-commands';
import { AddressCommands } from './address-commands';
import { OrderCommands } from './order-commands';
import { ShipmentCommands } from './shipment-commands';
import { StaffCommands } from './staff-commands';
import { OrderHistoryRepository } from './order-history.repository';
import { WithdrawalCommands } from './withdrawal-commands';
import { PeopleCommands } from './people-commands';
import { PersonCommands } from './person-commands';
import { Terminal } from './terminal';

/** The API's own services and the commands. */
@Module({})
export class OrderCommandsModule {
  static with(app: DynamicModule, terminal: Terminal): DynamicModule {
    return {
      module: OrderCommandsModule,
      imports: [app, JobsModule, OrderModule, WebhookModule, StaffModule],
      providers: [
        { provide: Terminal, useValue: terminal },
        OrderCommands,
        DeliveryCommands,
        AddressCommands,
        ShipmentCommands,
        StaffCommands,
        PeopleCommands,
        WithdrawalCommands,
        PersonCommands,
        OrderHistoryRepository,
      ],
    };
  }
}
