import { Controller, Get, Logger } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { Database } from '../database/database';
import { describeError } from '../http/describe-error';
import { Drain } from '../http/drain';
import { ProblemError } from '../http/problem-error';
import { Answers } from '../openapi/answers';

const healthSchema = z.object({ status: z.literal('ok') }).meta({ id: 'Health' });
type Health = z.infer<typeof healthSchema>;

@ApiTags('health')
@Controller('api/health')
export class HealthController {
  private readonly logger = new Logger('Health');

  constructor(
    private readonly database: Database,
    private readonly drain: Drain,
  ) {}

  /** Whether the process answers; touches nothing else. */
  @Get('live')
  @Answers({
    summary: 'Whether the process answers',
    200: { description: 'It does.', schema: healthSchema },
    problems: [],
  })
  live(): Health {
    return { status: 'ok' };
  }

  /** Whether requests should be sent here. */
  @Get('ready')
  @Answers({
    summary: 'Whether the database answers',
    200: { description: 'It does.', schema: healthSchema },
    problems: ['SERVICE_UNAVAILABLE'],
  })
  async ready(): Promise<Health> {
    if (this.drain.draining) throw new ProblemError('SERVICE_UNAVAILABLE');
    try {
      await this.database.queries.execute(sql`select 1`);
    } catch (error) {
      // Whatever is wrong with the database, requests should go elsewhere.
      this.logger.warn(describeError(error), 'not ready');
      throw new ProblemError('SERVICE_UNAVAILABLE');
    }
    return { status: 'ok' };
  }
}
