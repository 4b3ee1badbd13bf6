import { LoggerModule } from 'nestjs-pino';
import type { DynamicModule } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Options } from 'pino-http';
import { sessionIdSchema } from '@shop/contract';
import type { Config } from '../config/config';
import { allowedInLog } from './log-fields';
import { hashOfSession } from './session-hash';

/**
 * One JSON line per request. What is logged is named here and in `logFields`, field by field: no query, no header, no
 * cookie and no body, because they carry session ids, e-mail addresses and secrets.
 */
export function logOptions(level: string): Options {
  return {
    level,
    quietReqLogger: true,
    customProps: () => ({}),
    serializers: {
      req: ({ raw }: { raw: Request }) => ({
        id: raw.id,
        method: raw.method,
        path: pathOf(raw),
        ...sessionOf(raw),
      }),
      res: ({ raw }: { raw: Response }) => ({ status: raw.statusCode }),
      err: (error: Error) => ({ type: error.name }),
    },
    hooks: {
      logMethod(args, method) {
        method.apply(this, allowedInLog(args) as typeof args);
      },
    },
  };
}

export const loggerModule = ({ log }: Config): DynamicModule =>
  LoggerModule.forRoot({ pinoHttp: logOptions(log.level) });

/** The paths that are answered. Any other holds what somebody has put there, a session id or an address perhaps. */
const PATHS =
  /^\/api\/(products|checkout|orders\/confirmation(\/verification)?|webhooks\/stripe|health\/(live|ready)|metrics|docs|openapi\.json)$/;

function pathOf(request: Request): string {
  const path = (request.originalUrl ?? request.url ?? '').split('?')[0] ?? '';
  return PATHS.test(path) ? path : 'unknown';
}

/** Of a confirmation, so that one order can be followed: never the id, which opens it. */
function sessionOf({ query }: Request): { session?: string } {
  const id: unknown = query?.['session_id'];
  return typeof id === 'string' && sessionIdSchema.safeParse(id).success
    ? { session: hashOfSession(id) }
    : {};
}
