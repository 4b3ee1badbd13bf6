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
import type { Terminal } from './terminal';

/** Runs one command about orders. */
export const runCommand = (
  terminal: Terminal,
  config: Config,
  command: string,
  args: string[],
  options: CommandOptions,
): Promise<object> =>
  inApp(terminal, config, (app) => app.get(OrderCommands).run(command, args, options));

/** Runs one command about who may use the staff's API. */
export const runStaffCommand = (
  terminal: Terminal,
  config: Config,
  command: string,
  args: string[],
  options: StaffOptions,
): Promise<object> =>
  inApp(terminal, config, (app) => app.get(StaffCommands).run(command, args, options));

/** Works with the API's own services, without its HTTP edge and without running jobs. */
async function inApp(
  terminal: Terminal,
  config: Config,
  work: (app: INestApplicationContext) => Promise<object>,
): Promise<object> {
  const app = await createContext(
    config,
    OrderCommandsModule.with(AppModule.with(config), terminal),
  );
  try {
    return await work(app);
  } catch (error) {
    throw asCommandError(error);
  } finally {
    await app.close();
  }
}
