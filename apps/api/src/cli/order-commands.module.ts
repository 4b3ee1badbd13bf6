import { Module } from '@nestjs/common';
import { JobsModule } from '../jobs/jobs.module';
import { OrderModule } from '../order/order.module';
import { StaffModule } from '../staff/staff.module';
import { DeliveryCommands } from './delivery-commands';
import { ChangeCommands } from './change-commands';
import { AddressCommands } from './address-commands';
import { OrderCommands } from './order-commands';
import { RestoredCommands } from './restored-commands';
import { ShipmentCommands } from './shipment-commands';
import { ShowCommand } from './show-command';
import { StaffCommands } from './staff-commands';
import { OrderHistoryRepository } from './order-history.repository';
import { WithdrawalCommands } from './withdrawal-commands';
import { PeopleCommands } from './people-commands';
import { PersonCommands } from './person-commands';

/** The commands, on the services of an app that is there: it is loaded into that app. */
@Module({
  imports: [JobsModule, OrderModule, StaffModule],
  providers: [
    OrderCommands,
    ShowCommand,
    DeliveryCommands,
    AddressCommands,
    ChangeCommands,
    ShipmentCommands,
    StaffCommands,
    PeopleCommands,
    WithdrawalCommands,
    PersonCommands,
    RestoredCommands,
    OrderHistoryRepository,
  ],
})
export class OrderCommandsModule {}
