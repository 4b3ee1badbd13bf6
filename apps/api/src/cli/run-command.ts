import { AppModule } from '../app.module';
import type { Config } from '../config/config';
import { createContext } from '../create-app';
import { asCommandError } from './command-failure';
import { OrderCommands } from './order-commands';
import type { CommandOptions } from './order-commands';
import { OrderCommandsModule } from './order-commands.module';

/** Runs one command on the API's own services, without its HTTP edge and without running jobs. */
export async function runCommand(
  config: Config,
  command: string,
  args: string[],
  options: CommandOptions,
): Promise<object> {
  const app = await createContext(config, OrderCommandsModule.with(AppModule.with(config)));
  try {
    return await app.get(OrderCommands).run(command, args, options);
  } catch (error) {
    throw asCommandError(error);
  } finally {
    await app.close();
  }
}
