import type { NextFunction, Request, Response } from 'express';
import { z } from 'zod';
import type { Clock } from '../engine/clock';
import { jsonText, sendAnswer } from './answer';
import { permissionBody, permissionFor } from './permissions';

/** Faults of the API; set through `PUT /sandbox/api/faults`, `{}` ends them. */
export const faultsSchema = z
  .strictObject({
    /** Wait before anything else. */
    latencyMs: z.int().min(0).max(600_000).optional(),
    /** Answer with Stripe's error of this status. */
    status: z.union([z.literal(429), z.literal(500)]).optional(),
    /**
     * Permissions that the key lacks, such as `rak_dispute_read`: requests that need one get 403. A name is made from
     * the path: `rak_checkout_session_write` is for all but GET below `/v1/checkout/sessions`.
     */
    missingPermissions: z.array(z.string().regex(/^rak_\w+_(read|write)$/)).optional(),
    /** Cut the connection. */
    reset: z.boolean().optional(),
    /** Accept the request and never answer. */
    hang: z.boolean().optional(),
    /** Send half of the answer and then nothing. */
    stall: z.boolean().optional(),
    /** Send the answer one byte at a time, ten a second. */
    drip: z.boolean().optional(),
    /**
     * `after`: the request is executed first, and only its answer is lost. `instead`: it fails while it is executed, so
     * that it changes nothing and its idempotency key keeps the error.
     */
    when: z.enum(['before', 'after', 'instead']).optional(),
    /** Only requests whose path starts with this. */
    path: z.string().startsWith('/').optional(),
    /** Only requests of this method. */
    method: z.enum(['GET', 'POST', 'DELETE']).optional(),
    /** How many requests; all when left out. */
    times: z.int().min(1).optional(),
  })
  .refine(({ when, status }) => when !== 'instead' || status === 500, {
    path: ['when'],
    message: 'An error that is kept instead of an answer is a 500.',
  });

export type Faults = z.infer<typeof faultsSchema>;

const DRIP_MS = 100;

/** The faults in force. */
export class FaultBox {
  faults: Faults = {};

  /** The fault for this request, counted down; undefined if there is none. */
  take(request: Pick<Request, 'method' | 'path'>): Faults | undefined {
    const { faults } = this;
    const broken =
      faults.latencyMs ??
      faults.status ??
      (faults.reset || faults.hang || faults.stall || faults.drip || undefined);
    if (broken === undefined) return undefined;
    if (faults.method && faults.method !== request.method) return undefined;
    if (!request.path.startsWith(faults.path ?? '/v')) return undefined;
    if (faults.times !== undefined) {
      if (faults.times <= 1) this.faults = permissionsOnly(faults);
      else faults.times -= 1;
    }
    return faults;
  }
}

function permissionsOnly({ missingPermissions }: Faults): Faults {
  return missingPermissions ? { missingPermissions } : {};
}

/** Stripe's body for an injected status. */
export function faultBody(status: 429 | 500): string {
  return jsonText({
    error:
      status === 429
        ? {
            type: 'invalid_request_error',
            code: 'rate_limit',
            message:
              'Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits.',
          }
        : {
            type: 'api_error',
            message: 'An unknown error occurred',
          },
  });
}

/** The fault of a request that is executed. */
interface LaterFault {
  status?: 429 | 500 | undefined;
  latencyMs?: number | undefined;
  instead?: boolean;
}

/** The fault that this request's answer gets. */
export function faultOf(response: Response): LaterFault {
  return (response.locals['fault'] as LaterFault | undefined) ?? {};
}

/** Delays, cuts or refuses requests as the faults say. */
export function injectFaults(box: FaultBox, clock: Clock) {
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const permission = permissionFor(request.method, request.path);
    if (box.faults.missingPermissions?.includes(permission)) {
      sendAnswer(response, { status: 403, body: permissionBody(permission) });
      return;
    }
    const fault = box.take(request);
    if (!fault) {
      next();
      return;
    }
    if (fault.stall) stallAnswer(response);
    if (fault.drip) dripAnswer(response, clock);
    const { status, latencyMs } = fault;
    const stopped = fault.reset || fault.hang || status !== undefined;
    if (!stopped || fault.when === 'after' || fault.when === 'instead') {
      if (fault.reset || fault.hang) loseAnswer(response, fault.reset ?? false);
      const instead = fault.when === 'instead';
      response.locals['fault'] = { status, latencyMs, instead } satisfies LaterFault;
      next();
      return;
    }
    await after(clock, latencyMs ?? 0);
    if (fault.reset) request.socket.resetAndDestroy();
    else if (status !== undefined) sendAnswer(response, { status, body: faultBody(status) });
  };
}

export function after(clock: Clock, delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    clock.after(delayMs, resolve);
  });
}

/** The request is executed; its answer is dropped. */
function loseAnswer(response: Response, reset: boolean): void {
  response.end = () => {
    if (reset) response.socket?.resetAndDestroy();
    return response;
  };
}

function stallAnswer(response: Response): void {
  response.end = ((body: string) => {
    const bytes = Buffer.from(body);
    response.setHeader('Content-Length', bytes.length);
    response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)));
    return response;
  }) as typeof response.end;
}

function dripAnswer(response: Response, clock: Clock): void {
  const end = response.end.bind(response);
  response.end = ((body: string) => {
    const bytes = Buffer.from(body);
    response.setHeader('Content-Length', bytes.length);
    let sent = 0;
    const drop = () => {
      if (response.destroyed) return;
      if (sent === bytes.length) {
        end();
        return;
      }
      response.write(bytes.subarray(sent, sent + 1));
      sent += 1;
      clock.after(DRIP_MS, drop);
    };
    drop();
    return response;
  }) as typeof response.end;
}
