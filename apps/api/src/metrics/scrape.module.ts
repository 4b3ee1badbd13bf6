import { Module } from '@nestjs/common';
import { JobsModule } from '../jobs/jobs.module';
import { OrderModule } from '../order/order.module';
import { Gauges } from './gauges';
import { MetricsController } from './metrics.controller';
import { Scraper } from './scraper';

/** Serves what has been counted. Knows the features, which do not know it. */
@Module({
  imports: [JobsModule, OrderModule],
  controllers: [MetricsController],
  providers: [Gauges, Scraper],
})
export class ScrapeModule {}
