import { Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import type { DynamicModule } from '@nestjs/common';
import type { Request, Response } from 'express';
import { pino } from 'pino';
import type { LoggerOptions } from 'pino';
import { sessionIdSchema } from '@shop/contract';
import type { Config } from '../../config/config';
import { allowedInLog } from './log-fields';
import { routeOf } from './route-of';
import { hashOfSession } from './session-hash';

/**
 * JSON lines. What is logged is named here and in `logFields`, field by field: no query, no header, no cookie and no
 * body, because they carry session ids, e-mail addresses and secrets.
 */
export function logOptions(level: string): LoggerOptions {
  return {
    level,
    serializers: {
      req: (request: Request) => ({
        id: request.id,
        method: request.method,
        path: pathOf(request),
        ...sessionOf(request),
      }),
      res: ({ statusCode: status }: Response) => ({ status }),
      err: (error: Error) => ({ type: error.name }),
    },
    hooks: {
      logMethod(args, method, level) {
        method.apply(this, allowedInLog(args) as typeof args);
        if (level >= WARN) this.flush();
      },
    },
  };
}

const WARN = 40;

/**
 * Standard output, written up to a fifth of a second late and many lines at once: a write for each request took a twelfth
 * of a confirmation's time. A warning is written at once, with all before it, and an exit writes what is left: only a
 * process that is killed loses lines, those of a fifth of a second.
 */
const standardOutput = pino.destination({
  dest: 1,
  minLength: 4096,
  periodicFlush: 200,
  sync: false,
});

/** The logger that all others of the process are children of. */
export const ROOT_LOGGER = Symbol('root logger');

/** Nest's logger; in the course of a request it is the one that `logRequests` has given to it. */
@Module({})
export class LoggingModule {
  static with({ log }: Config): DynamicModule {
    const logger = pino(logOptions(log.level), standardOutput);
    return {
      module: LoggingModule,
      imports: [
        LoggerModule.forRoot({ pinoHttp: { logger, wrapSerializers: false }, useExisting: true }),
      ],
      providers: [{ provide: ROOT_LOGGER, useValue: logger }],
    };
  }
}

/**
 * Paths that are told as they are. Any other holds what somebody has put there, a session id or an address perhaps: of it
 * the template is told, if it has one.
 */
const PATHS =
  /^\/api\/(products|checkout|orders\/confirmation(\/verification)?|webhooks\/stripe|health\/(live|ready)|metrics|docs|openapi\.json)$/;

function pathOf(request: Request): string {
  const path = (request.originalUrl ?? request.url ?? '').split('?')[0] ?? '';
  if (PATHS.test(path)) return path;
  const route = routeOf(request);
  return route === 'unmatched' ? 'unknown' : route;
}

/** Of a confirmation, so that one order can be followed: never the id, which opens it. */
function sessionOf({ query }: Request): { session?: string } {
  const id: unknown = query?.['session_id'];
  return typeof id === 'string' && sessionIdSchema.safeParse(id).success
    ? { session: hashOfSession(id) }
    : {};
}
