import { LoggerModule } from 'nestjs-pino';
import type { DynamicModule } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Config } from '../config/config';

/**
 * One JSON line per request. What is logged is named here, field by field: no query, no header, no cookie and no body,
 * because they carry session ids, e-mail addresses and secrets.
 */
export function loggerModule({ log }: Config): DynamicModule {
  return LoggerModule.forRoot({
    pinoHttp: {
      level: log.level,
      quietReqLogger: true,
      customProps: () => ({}),
      serializers: {
        req: ({ raw }: { raw: Request }) => ({ id: raw.id, method: raw.method, path: pathOf(raw) }),
        res: ({ raw }: { raw: Response }) => ({ status: raw.statusCode }),
        err: (error: Error) => ({ type: error.name }),
      },
    },
  });
}

/** The paths that are answered. Any other holds what somebody has put there, a session id or an address perhaps. */
const PATHS =
  /^\/api\/(products|checkout|orders\/confirmation(\/verification)?|webhooks\/stripe|health\/(live|ready)|metrics|docs|openapi\.json)$/;

function pathOf(request: Request): string {
  const path = (request.originalUrl ?? request.url ?? '').split('?')[0] ?? '';
  return PATHS.test(path) ? path : 'unknown';
}
