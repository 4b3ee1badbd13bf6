import 'reflect-metadata';
import { Reflector } from '@nestjs/core';
import { NestFactory } from '@nestjs/core';
import { StandardSchemaSerializerInterceptor } from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { DynamicModule, INestApplicationContext } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';
import type { Config } from './config/config';
import { DeadlineInterceptor } from './http/lifecycle/deadline.interceptor';
import { configureHttp } from './http/http';
import { JobQueue } from './jobs/job-queue';
import { serveWorkerMetrics } from './metrics/serve-worker-metrics';
import { serveDocs } from './openapi/document';

/** A start that fails is told once, by whoever started it, and not by Nest as well. */
const QUIET_START = { logger: false, abortOnError: false } as const;

/** Builds the API, ready to listen. Tests and main.ts start it alike. */
export async function createApp(config: Config): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.with(config),
    new ExpressAdapter(),
    { ...QUIET_START, bodyParser: false, return503OnClosing: true },
  );
  app.useLogger(app.get(Logger));
  configureHttp(app);
  const reflector = app.get(Reflector);
  app.useGlobalInterceptors(
    new DeadlineInterceptor(reflector),
    new StandardSchemaSerializerInterceptor(reflector),
  );
  serveDocs(app);
  return app;
}

/** Call it once the API listens: see `JobQueue.begin`. */
export const beginJobs = (app: INestApplicationContext): Promise<void> => app.get(JobQueue).begin();

/** Builds the API without its HTTP edge, for commands. */
export async function createContext(
  config: Config,
  module: DynamicModule = AppModule.with(config),
): Promise<INestApplicationContext> {
  const app = await NestFactory.createApplicationContext(module, QUIET_START);
  app.useLogger(app.get(Logger));
  return app;
}

/** Builds what runs jobs and nothing else, with its metrics where a port is given for them. */
export async function createWorker(config: Config): Promise<INestApplicationContext> {
  const app = await createContext(config);
  const { workerPort } = config.metrics;
  if (workerPort !== undefined) await serveWorkerMetrics(app, workerPort, config.http.host);
  await beginJobs(app);
  return app;
}
