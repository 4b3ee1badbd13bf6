import { Reflector } from '@nestjs/core';
import { NestFactory } from '@nestjs/core';
import { StandardSchemaSerializerInterceptor } from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';
import type { Config } from './config/config';
import { configureHttp } from './http/http';
import { serveDocs } from './openapi/document';

/** Builds the API, ready to listen. Tests and main.ts start it alike. */
export async function createApp(config: Config): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.with(config),
    new ExpressAdapter(),
    { bodyParser: false, bufferLogs: true, abortOnError: false, return503OnClosing: true },
  );
  app.useLogger(app.get(Logger));
  configureHttp(app);
  app.useGlobalInterceptors(new StandardSchemaSerializerInterceptor(app.get(Reflector)));
  serveDocs(app);
  app.enableShutdownHooks();
  return app;
}
