import { Global, Module } from '@nestjs/common';
import { Metrics } from './metrics';

/** Gives every module the one Metrics to count in. */
@Global()
@Module({ providers: [Metrics], exports: [Metrics] })
export class MetricsModule {}
