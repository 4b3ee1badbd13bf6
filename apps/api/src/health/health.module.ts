import { Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { Drain } from '../http/lifecycle/graceful-shutdown';
import { JobsModule } from '../jobs/jobs.module';
import { HealthController } from './health.controller';
import { ReadinessService } from './readiness.service';

@Module({
  // Its log repeats the messages of errors; ours does not.
  imports: [TerminusModule.forRoot({ logger: false }), JobsModule],
  controllers: [HealthController],
  providers: [Drain, ReadinessService],
})
export class HealthModule {}
