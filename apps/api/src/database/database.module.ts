import { Global, Inject, Logger, Module } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { describeError } from '../http/logging/describe-error';
import { Config } from '../config/config';
import { traceDatabase } from '../tracing/trace-database';
import { Tracing } from '../tracing/tracing';
import { Database } from './database';
import { keepDataPrivate } from './keep-data-private';
import { EmbeddedDatabase } from './embedded/embedded-database';
import { lockDataDir } from './embedded/lock-data-dir';
import { PostgresDatabase } from './postgres/postgres-database';

/** Opens the database that the configuration names, and migrates it where the process is one that does. */
export async function openDatabase(config: Config): Promise<Database> {
  const { url, dataDir, migrates } = config.database;
  const logger = new Logger('Database');
  if (url !== undefined) {
    keepDataPrivate(dataDir);
    return PostgresDatabase.open(url, migrates, (error) =>
      logger.warn(describeError(error), 'connection lost'),
    );
  }
  lockDataDir(config);
  return EmbeddedDatabase.open(dataDir, migrates, (error) =>
    logger.warn(describeError(error), 'maintenance failed'),
  );
}

/** Gives every module the one Database and closes it last. */
@Global()
@Module({
  providers: [
    {
      provide: Database,
      useFactory: async (config: Config, tracing: Tracing) =>
        traceDatabase(await openDatabase(config), tracing),
      inject: [Config, Tracing],
    },
  ],
  exports: [Database],
})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(Database) private readonly database: Database) {}

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
