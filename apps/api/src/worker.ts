import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';
import { loadConfig } from './config/config';
import { explainStart } from './explain-start';

/** Runs jobs and nothing else, for API processes started with WORKER=none: `npm run worker`. */
async function main(): Promise<void> {
  const app = await NestFactory.createApplicationContext(
    AppModule.with(loadConfig(undefined, 'worker')),
    { bufferLogs: true, abortOnError: false },
  );
  app.useLogger(app.get(Logger));
  app.enableShutdownHooks();
  process.stdout.write(`${JSON.stringify({ event: 'working', pid: process.pid })}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainStart(error)}\n`);
  process.exit(1);
});
