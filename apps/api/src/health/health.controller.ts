import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { healthSchema, readinessSchema } from '@shop/contract';
import type { Health, Readiness } from '@shop/contract';
import { Answers } from '../openapi/answers';
import { ReadinessService } from './readiness.service';

@ApiTags('health')
@Controller('api/health')
export class HealthController {
  constructor(private readonly readiness: ReadinessService) {}

  /** Whether the process answers; touches nothing else. */
  @Get('live')
  @Answers({
    summary: 'Whether the process answers',
    200: { description: 'It does.', schema: healthSchema, examples: ['health-live'] },
    problems: [],
  })
  live(): Health {
    return { status: 'ok' };
  }

  /** Whether requests should be sent here. */
  @Get('ready')
  @Answers({
    summary:
      'Whether database, migrations, queue and clock are fit for requests, and webhooks set up',
    200: {
      description: 'They are. A problem names in its errors those that are not.',
      schema: readinessSchema,
      examples: ['readiness-ready', 'readiness-degraded'],
    },
    problems: ['SERVICE_UNAVAILABLE'],
  })
  ready(): Promise<Readiness> {
    return this.readiness.check();
  }
}
