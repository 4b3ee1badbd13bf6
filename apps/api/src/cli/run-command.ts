import type { INestApplicationContext } from '@nestjs/common';
import { LazyModuleLoader } from '@nestjs/core';
import type { Config } from '../config/config';
import { createContext } from '../create-app';
import type { Command } from './command';
import { asCommandError } from './command-failure';
import { OrderCommands } from './order-commands';
import { OrderCommandsModule } from './order-commands.module';
import { StaffCommands } from './staff-commands';
import type { Person } from './terminal';

/**
 * Runs one command by the services of an app: of this command's own, or of the API that runs.
 * @throws CommandError that says what a person can do about it; any other error as it is
 */
export async function runCommand(
  app: INestApplicationContext,
  { program, name, args, options }: Command,
  person: Person,
): Promise<object> {
  const module = await app.get(LazyModuleLoader).load(() => OrderCommandsModule);
  try {
    return program === 'staff'
      ? await module.get(StaffCommands).run(name, args, options)
      : await module.get(OrderCommands).run(name, args, options, person);
  } catch (error) {
    throw asCommandError(error);
  }
}

/** Works with the API's own services, without its HTTP edge and without running jobs. */
export async function runAlone(config: Config, command: Command, person: Person): Promise<object> {
  const app = await createContext(config);
  try {
    return await runCommand(app, command, person);
  } finally {
    await app.close();
  }
}
