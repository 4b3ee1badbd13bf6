import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import timersPromises from 'node:timers/promises';
import type { Random } from './random';
import type { VirtualTime } from './virtual-time';

const RealDate = Date;
const realImmediate = setImmediate;
let waitingImmediates = 0;

/**
 * Puts the virtual clock and seeded randomness in the place of what Node has, for the whole thread: the product, the
 * sandbox, their packages and PostgreSQL, whose now() asks this Date too.
 */
export function takeGlobals(time: VirtualTime, random: () => Random): void {
  class VirtualDate extends RealDate {
    constructor(...args: [] | ConstructorParameters<typeof RealDate>) {
      if (args.length === 0) super(time.nowMs);
      else super(...(args as [number]));
    }
    static override now = () => time.nowMs;
  }
  globalThis.Date = VirtualDate as DateConstructor;
  performance.now = () => time.nowMs;
  Math.random = () => random().next();
  const given: Record<string, unknown> = {
    randomUUID: () => uuidOf(random()),
    randomBytes: (count: number) => random().bytes(count),
    randomInt: (low: number, high?: number) =>
      high === undefined ? random().int(low) : low + random().int(high - low),
  };
  Object.assign(crypto, given);
  globalThis.crypto.randomUUID = given['randomUUID'] as typeof globalThis.crypto.randomUUID;
  takeTimers(time);
  syncBuiltinESMExports();
}

function takeTimers(time: VirtualTime): void {
  const after = (delayMs: number, run: () => void) => {
    const timer = Object.assign(time.after(delayMs, run), {
      unref: () => timer,
      ref: () => timer,
      hasRef: () => false,
    });
    return timer;
  };
  // The product's intervals are for a process that lives for hours; a history says itself when a minute has passed.
  const idle = () => ({ unref: () => undefined, ref: () => undefined });
  Object.assign(globalThis, {
    setTimeout: (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) =>
      after(ms, () => run(...args)),
    clearTimeout: (timer: unknown) => time.cancel(timer),
    setInterval: idle,
    clearInterval: () => undefined,
    setImmediate: (run: (...args: unknown[]) => void, ...args: unknown[]) => {
      waitingImmediates += 1;
      return realImmediate(() => {
        waitingImmediates -= 1;
        run(...args);
      });
    },
  });
  AbortSignal.timeout = () => new AbortController().signal;
  AbortSignal.any = (signals) => [...signals][0] ?? new AbortController().signal;
  Object.assign(timersPromises, {
    setTimeout: (ms: number, value?: unknown) =>
      new Promise((resolve) => after(ms, () => resolve(value))),
    setImmediate: (value?: unknown) => new Promise((resolve) => setImmediate(() => resolve(value))),
  });
}

/** Waits until nothing in this thread can go on by itself. */
export async function untilQuiet(): Promise<void> {
  do await new Promise<void>((resolve) => realImmediate(resolve));
  while (waitingImmediates > 0);
}

function uuidOf(random: Random): string {
  const hex = random.bytes(16).toString('hex');
  const variant = '89ab'[random.int(4)] ?? '8';
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
