import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { Config } from '../config/config';
import { metricList } from './metric-list';
import type { LabelsOf, MetricDefinition, MetricName, MetricOf } from './metric-list';

/** The figures of this process. Nobody has to know whether they are ever read. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly instruments: Map<string, Counter | Gauge | Histogram>;

  constructor({ metrics, stripe }: Config) {
    this.instruments = new Map(
      Object.entries<MetricDefinition>(metricList).map(([name, definition]) => [
        name,
        this.create(name, definition),
      ]),
    );
    this.set('stripe_mode', { mode: stripe.mode }, 1);
    if (metrics.token !== undefined) collectDefaultMetrics({ register: this.registry });
  }

  observe<Name extends MetricOf<'histogram'>>(
    name: Name,
    labels: LabelsOf<Name>,
    seconds: number,
  ): void {
    this.instrument(name, Histogram).observe(labels, seconds);
  }

  count<Name extends MetricOf<'counter'>>(name: Name, labels: LabelsOf<Name>): void {
    this.instrument(name, Counter).inc(labels);
  }

  set<Name extends MetricOf<'gauge'>>(name: Name, labels: LabelsOf<Name>, value: number): void {
    this.instrument(name, Gauge).set(labels, value);
  }

  /** Forgets what a gauge was. */
  forget(name: MetricOf<'gauge'>): void {
    this.instrument(name, Gauge).reset();
    if (metricList[name].labels.length === 0) this.instrument(name, Gauge).remove();
  }

  /** In the text format of Prometheus. */
  print(): Promise<string> {
    return this.registry.metrics();
  }

  private create(name: string, { type, help, labels, buckets }: MetricDefinition) {
    const options = { name, help, labelNames: [...labels], registers: [this.registry] };
    if (type === 'counter') return new Counter(options);
    if (type === 'gauge') return new Gauge(options);
    return new Histogram({ ...options, ...(buckets && { buckets: [...buckets] }) });
  }

  private instrument<T extends Counter | Gauge | Histogram>(
    name: MetricName,
    kind: new (...args: never[]) => T,
  ): T {
    const instrument = this.instruments.get(name);
    if (!(instrument instanceof kind)) throw new Error(`${name} is no ${kind.name}.`);
    return instrument;
  }
}
