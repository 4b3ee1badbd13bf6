import type { INestApplicationContext } from '@nestjs/common';
import { AppModule } from '../app.module';
import type { Config } from '../config/config';
import { createContext } from '../create-app';
import { asCommandError } from './command-failure';
import { OrderCommands } from './order-commands';
import type { CommandOptions } from './command-options';
import { OrderCommandsModule } from './order-commands.module';
import { StaffCommands } from './staff-commands';
import type { StaffOptions } from './staff-commands';

/** Runs one command about orders. */
export const runCommand = (
  config: Config,
  command: string,
  args: string[],
  options: CommandOptions,
): Promise<object> => inApp(config, (app) => app.get(OrderCommands).run(command, args, options));

/** Runs one command about who may use the staff's API. */
export const runStaffCommand = (
  config: Config,
  command: string,
  args: string[],
  options: StaffOptions,
): Promise<object> => inApp(config, (app) => app.get(StaffCommands).run(command, args, options));

/** Works with the API's own services, without its HTTP edge and without running jobs. */
async function inApp(
  config: Config,
  work: (app: INestApplicationContext) => Promise<object>,
): Promise<object> {
  const app = await createContext(config, OrderCommandsModule.with(AppModule.with(config)));
  try {
    return await work(app);
  } catch (error) {
    throw asCommandError(error);
  } finally {
    await app.close();
  }
}
