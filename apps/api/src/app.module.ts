import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { CheckoutModule } from './checkout/checkout.module';
import type { Config } from './config/config';
import { ClockModule } from './clock/clock.module';
import { ConfigModule } from './config/config.module';
import { DatabaseModule } from './database/database.module';
import { DeploymentModule } from './deployment/deployment.module';
import { HousekeepingModule } from './housekeeping/housekeeping.module';
import { HealthModule } from './health/health.module';
import { LoggingModule } from './http/logging/logging';
import { MetricsModule } from './metrics/metrics.module';
import { ScrapeModule } from './metrics/scrape.module';
import { OrderModule } from './order/order.module';
import { StaffModule } from './staff/staff.module';
import { StripeEndpointModule } from './stripe-endpoint/stripe-endpoint.module';
import { StripeModule } from './stripe/stripe.module';
import { TracingModule } from './tracing/tracing.module';
import { WebhookModule } from './webhook/webhook.module';

/** The whole API for one configuration. */
@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(config),
        ClockModule,
        LoggingModule.with(config),
        TracingModule,
        DatabaseModule,
        DeploymentModule,
        MetricsModule,
        StripeModule,
        CheckoutModule,
        OrderModule,
        WebhookModule,
        StaffModule,
        StripeEndpointModule,
        HousekeepingModule,
        HealthModule,
        ScrapeModule,
      ],
    };
  }
}
