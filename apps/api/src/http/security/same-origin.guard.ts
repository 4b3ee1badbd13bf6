import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { Config } from '../../config/config';
import { ProblemError } from '../errors/problem-error';

/**
 * Lets browsers call from the shop's own origin only. Programs other than browsers send neither header and have no
 * cookie to be tricked out of. https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Site
 */
@Injectable()
export class SameOriginGuard implements CanActivate {
  constructor(private readonly config: Config) {}

  canActivate(context: ExecutionContext): boolean {
    const { headers } = context.switchToHttp().getRequest<Request>();
    const foreignOrigin = headers.origin !== undefined && headers.origin !== this.config.shop.url;
    if (foreignOrigin || headers['sec-fetch-site'] === 'cross-site') {
      throw new ProblemError('ORIGIN_NOT_ALLOWED');
    }
    return true;
  }
}
