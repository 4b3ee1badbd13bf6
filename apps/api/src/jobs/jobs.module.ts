import { Module } from '@nestjs/common';
import { DatabaseModule } from '../database/database.module';
import { DeadLetters } from './dead-letters';
import { JobQueue } from './job-queue';

@Module({
  imports: [DatabaseModule],
  providers: [JobQueue, DeadLetters],
  exports: [JobQueue, DeadLetters],
})
export class JobsModule {}
