import type { NextFunction, Request, Response } from 'express';
import { z } from 'zod';
import { StripeError } from '../engine/stripe-error';

/** A refusal of the control API. */
export class ControlError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Parses the body by its schema; no body counts as {}. Throws 400 with every fault. */
export function readBody<Out>(schema: z.ZodType<Out>, request: Request): Out {
  const parsed = schema.safeParse((request.body as unknown) ?? {});
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) =>
    path.length > 0 ? `${path.join('.')}: ${message}` : message,
  );
  throw new ControlError(400, faults.join('; '));
}

const limitSchema = z.coerce.number().int().min(1).max(10_000).default(1_000);

/** The number of items asked for (`?limit=`); by default the newest 1,000. */
export function readLimit(request: Request): number {
  const parsed = limitSchema.safeParse(request.query['limit']);
  if (!parsed.success) throw new ControlError(400, 'limit: a number from 1 to 10000');
  return parsed.data;
}

/** Every refusal as `{ error: { message } }`. */
export function sendControlError(
  error: unknown,
  _request: Request,
  response: Response,
  _next: NextFunction,
): void {
  const { status, message } = refusal(error);
  response.status(status).json({ error: { message } });
}

function refusal(error: unknown): { status: number; message: string } {
  if (error instanceof ControlError || error instanceof StripeError) return error;
  const status = (error as { status?: unknown }).status;
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return { status, message: 'The body is not valid JSON.' };
  }
  console.error(error);
  return { status: 500, message: 'The sandbox failed; its log says why.' };
}
