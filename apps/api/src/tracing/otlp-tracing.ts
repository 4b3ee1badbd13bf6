import { SpanKind, SpanStatusCode, context, isSpanContextValid, trace } from '@opentelemetry/api';
import type { Span, Tracer } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { Request, RequestHandler } from 'express';
import type { Config } from '../config/config';
import { stopTimes } from '../http/lifecycle/stop-times';
import { routeOf } from '../http/logging/route-of';
import { hashOfSession } from '../http/logging/session-hash';
import { withTimeout } from '../with-timeout';
import { contextOf } from './traceparent';
import { Tracing } from './tracing';
import type { Attributes, Note } from './tracing';

/** A stop does not wait longer than this for a collector that is away. */
const SEND_MS = stopTimes.traces.ms;

const KINDS = { client: SpanKind.CLIENT, job: SpanKind.CONSUMER };

/** Spans, sent by OTLP over HTTP as protobuf. Loaded only where a collector is configured. */
export class OtlpTracing extends Tracing {
  override readonly isOn = true;
  private readonly provider: TracerProvider;
  private readonly tracer: Tracer;

  constructor({ url, headers, service }: NonNullable<Config['traces']>) {
    super();
    const exporter = new OTLPTraceExporter({ url, headers, timeoutMillis: SEND_MS });
    this.provider = new TracerProvider({
      resource: resourceFromAttributes({ 'service.name': service }),
      spanProcessors: [new BatchSpanProcessor({ exporter, exportTimeoutMillis: SEND_MS })],
    });
    this.tracer = this.provider.getTracer('order-confirmation');
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  }

  override readonly requests: RequestHandler = (request, response, next) => {
    const parent = contextOf(request.headers['traceparent']);
    const span = this.tracer.startSpan(request.method, { kind: SpanKind.SERVER }, parent);
    response.once('close', () => {
      const route = routeOf(request);
      span.updateName(`${request.method} ${route}`);
      span.setAttributes({
        'http.request.method': request.method,
        'http.route': route,
        'http.response.status_code': response.statusCode,
        ...idsOf(request),
      });
      if (response.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    });
    context.with(trace.setSpan(parent, span), next);
  };

  override span<T>(
    kind: keyof typeof KINDS,
    name: string,
    attributes: Attributes,
    work: (note: Note) => Promise<T>,
  ): Promise<T> {
    return this.tracer.startActiveSpan(name, { kind: KINDS[kind], attributes }, (span) =>
      endedWith(span, work),
    );
  }

  override spanWithin<T>(name: string, attributes: Attributes, work: () => Promise<T>): Promise<T> {
    const active = trace.getActiveSpan();
    // pg-boss opens spans too, by a global provider that does not exist: those spans are not valid.
    const isPart = active !== undefined && isSpanContextValid(active.spanContext());
    return isPart ? this.span('client', name, attributes, work) : work();
  }

  override async close(): Promise<void> {
    const sent = this.provider.shutdown().catch(() => undefined);
    await withTimeout(sent, SEND_MS, () => undefined);
    context.disable();
  }
}

async function endedWith<T>(span: Span, work: (note: Note) => Promise<T>): Promise<T> {
  try {
    return await work((attributes) => void span.setAttributes(attributes));
  } catch (error) {
    // The error's class only: its message may hold personal data.
    span.setAttribute('error.type', error instanceof Error ? error.name : typeof error);
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    span.end();
  }
}

function idsOf({ id, query }: Request): Attributes {
  const session: unknown = query['session_id'];
  return {
    ...(typeof id === 'string' && { 'request.id': id }),
    ...(typeof session === 'string' && { 'session.hash': hashOfSession(session) }),
  };
}
