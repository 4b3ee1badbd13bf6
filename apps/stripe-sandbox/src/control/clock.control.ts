import { Router } from 'express';
import { z } from 'zod';
import { watchExpiries } from '../engine/checkout/expire-session';
import type { ShiftableClock } from '../engine/clock';
import type { ControlContext } from './control-context';
import { readBody } from './control-error';

const TEN_YEARS_MS = 10 * 365 * 24 * 3600 * 1000;

const clockSchema = z.strictObject({
  /** Milliseconds from now: negative in the past, 0 for the present. */
  offsetMs: z.int().min(-TEN_YEARS_MS).max(TEN_YEARS_MS),
});

/** The account's clock: what is made while it is in the past is old, and open sessions expire when it moves on. */
export function createClockControl({ engine, clock }: ControlContext): Router {
  const router = Router();
  router.get('/clock', (_request, response) => {
    response.json(clockView(clock));
  });
  router.post('/clock', (request, response) => {
    clock.offsetMs = readBody(clockSchema, request).offsetMs;
    watchExpiries(engine);
    response.json(clockView(clock));
  });
  return router;
}

function clockView(clock: ShiftableClock) {
  return { now: new Date(clock.nowMs()).toISOString(), offsetMs: clock.offsetMs };
}
