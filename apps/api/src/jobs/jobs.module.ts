import { Module } from '@nestjs/common';
import { DatabaseModule } from '../database/database.module';
import { DeadLetters } from './dead-letters';
import { EventJobs } from './event-jobs';
import { JobQueue } from './job-queue';

@Module({
  imports: [DatabaseModule],
  providers: [JobQueue, DeadLetters, EventJobs],
  exports: [JobQueue, DeadLetters, EventJobs],
})
export class JobsModule {}
