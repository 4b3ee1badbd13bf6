import { Global, Inject, Module } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Config } from '../config/config';
import { Tracing } from './tracing';

/** Nothing of OpenTelemetry is even loaded where no collector is configured. */
async function openTracing({ traces }: Config): Promise<Tracing> {
  if (!traces) return new Tracing();
  const { OtlpTracing } = await import('./otlp-tracing');
  return new OtlpTracing(traces);
}

/** Gives every module the one Tracing and sends its last spans. */
@Global()
@Module({
  providers: [{ provide: Tracing, useFactory: openTracing, inject: [Config] }],
  exports: [Tracing],
})
export class TracingModule implements OnApplicationShutdown {
  constructor(@Inject(Tracing) private readonly tracing: Tracing) {}

  async onApplicationShutdown(): Promise<void> {
    await this.tracing.close();
  }
}
