import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module';
import { loadConfig } from '../config/config';
import { createDocument } from './document';

/** Prints the OpenAPI document without opening a database or calling Stripe: `npm run contract`. */
async function print(): Promise<void> {
  const config = loadConfig({ STRIPE_WEBHOOK_SECRET: 'whsec_only_for_the_document' });
  const app = await NestFactory.create(AppModule.with(config), { preview: true, logger: false });
  process.stdout.write(`${JSON.stringify(createDocument(app), null, 2)}\n`);
}

print().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
