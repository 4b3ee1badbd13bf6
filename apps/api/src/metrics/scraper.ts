import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';
import { carriesToken } from './bearer-token';
import { Gauges } from './gauges';
import { Metrics } from './metrics';

/** Answers whoever collects the metrics, in the API and in a worker. */
@Injectable()
export class Scraper {
  constructor(
    private readonly config: Config,
    private readonly gauges: Gauges,
    private readonly metrics: Metrics,
  ) {}

  /** @returns undefined for whoever does not know the token */
  async scrape(authorization: unknown): Promise<string | undefined> {
    if (!carriesToken(authorization, this.config.metrics.token)) return undefined;
    await this.gauges.read();
    return this.metrics.print();
  }
}
