import { Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { GracefulShutdown } from '../http/lifecycle/graceful-shutdown';
import { JobsModule } from '../jobs/jobs.module';
import { HealthController } from './health.controller';
import { ReadinessService } from './readiness.service';

@Module({
  // Terminus logs the messages of errors, which may hold personal data.
  imports: [TerminusModule.forRoot({ logger: false }), JobsModule],
  controllers: [HealthController],
  providers: [GracefulShutdown, ReadinessService],
})
export class HealthModule {}
