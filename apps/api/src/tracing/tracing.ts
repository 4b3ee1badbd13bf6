import type { RequestHandler } from 'express';

/** What a span says: counts, codes and templates. Never an id that opens something, an address or a name. */
export type Attributes = Record<string, string | number>;

/** Told what is known only later. */
export type Note = (attributes: Attributes) => void;

/** Traces that are off: work is done as if nobody watched. See OtlpTracing for those that are on. */
export class Tracing {
  readonly isOn: boolean = false;

  /** Makes each request a span; undefined where there is nothing to do. */
  readonly requests: RequestHandler | undefined = undefined;

  /** Does the work as a span: the outgoing call of a client, or a job of our own. */
  span<T>(
    _kind: 'client' | 'job',
    _name: string,
    _attributes: Attributes,
    work: (note: Note) => Promise<T>,
  ): Promise<T> {
    return work(() => undefined);
  }

  /** Does the work as a span where it is part of another, which a poll for jobs is not. */
  spanWithin<T>(_name: string, _attributes: Attributes, work: () => Promise<T>): Promise<T> {
    return work();
  }

  /** Sends what has not been sent. */
  close(): Promise<void> {
    return Promise.resolve();
  }
}
