import { Logger } from '@nestjs/common';
import type { PGlite } from '@electric-sql/pglite';
import { CheckoutModule } from '../../../../api/src/checkout/checkout.module';
import { ClockModule } from '../../../../api/src/clock/clock.module';
import type { Config } from '../../../../api/src/config/config';
import { ConfigModule } from '../../../../api/src/config/config.module';
import { Database } from '../../../../api/src/database/database';
import { DeploymentModule } from '../../../../api/src/deployment/deployment.module';
import { JobQueue } from '../../../../api/src/jobs/job-queue';
import { MetricsModule } from '../../../../api/src/metrics/metrics.module';
import { Mailer } from '../../../../api/src/order/fulfilment/mail/mailer';
import type { Mail } from '../../../../api/src/order/fulfilment/mail/mailer';
import { StripeModule } from '../../../../api/src/stripe/stripe.module';
import { Tracing } from '../../../../api/src/tracing/tracing';
import { TracingModule } from '../../../../api/src/tracing/tracing.module';
import { WebhookModule } from '../../../../api/src/webhook/webhook.module';
import { Container } from './container';
import type { JobStore } from './job-store';
import type { Kernel, Process } from './kernel';
import { SimulatedDatabase } from './simulated-database';
import { SimulatedQueue } from './simulated-queue';

/** What a replica shares with the others. */
export interface Surroundings {
  client: PGlite;
  jobs: JobStore;
  kernel: Kernel;
  configOf: (process: Process) => Config;
  mail: (process: Process, mail: Mail) => Promise<void>;
}

/** The services of the API, as one process has them. */
export interface Replica {
  process: Process;
  queue: SimulatedQueue;
  get: Container['get'];
}

/** Makes the services anew on the database that is there, as a start does. */
export async function startReplica(process: Process, around: Surroundings): Promise<Replica> {
  const queue = new SimulatedQueue(around.jobs);
  const mailer = { send: (mail: Mail) => around.mail(process, mail).then(() => []) };
  const container = new Container(
    [
      ConfigModule.with(around.configOf(process)),
      ClockModule,
      TracingModule,
      DeploymentModule,
      MetricsModule,
      StripeModule,
      CheckoutModule,
      WebhookModule,
    ],
    [
      { provide: Database, useValue: new SimulatedDatabase(around.client, around.kernel, process) },
      { provide: JobQueue, useValue: queue },
      { provide: Tracing, useValue: new Tracing() },
      { provide: Mailer, useValue: mailer },
    ],
  );
  await around.kernel.run([{ process, work: () => container.start() }]);
  return { process, queue, get: (token) => container.get(token) };
}

/** What a person was told, in the order of time. */
export const alerts: string[] = [];

Logger.overrideLogger({
  log: () => undefined,
  warn: () => undefined,
  error: (fields: unknown, words: unknown) =>
    alerts.push(`${String(words)} ${JSON.stringify(fields)}`),
});
