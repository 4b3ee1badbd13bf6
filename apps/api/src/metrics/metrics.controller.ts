import { Controller, Get, Header, Headers } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Registry } from 'prom-client';
import { ProblemError } from '../http/errors/problem-error';
import { Scraper } from './scraper';

/** Not part of the contract: whoever does not know the token learns nothing, not even that it is there. */
@ApiExcludeController()
@Controller('api/metrics')
export class MetricsController {
  constructor(private readonly scraper: Scraper) {}

  @Get()
  @Header('Content-Type', Registry.PROMETHEUS_CONTENT_TYPE)
  async scrape(@Headers('authorization') authorization: unknown): Promise<string> {
    const text = await this.scraper.scrape(authorization);
    if (text === undefined) throw new ProblemError('NOT_FOUND');
    return text;
  }
}
