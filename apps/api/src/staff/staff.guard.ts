import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { orderNumberSchema } from '@shop/contract';
import type { Request } from 'express';
import { Config } from '../config/config';
import type { StaffRole } from '../database/schema/order-values';
import { ProblemError } from '../http/errors/problem-error';
import { clientAddress } from '../http/security/client-address';
import { limitClient } from '../rate-limit/limit-client';
import { RateLimiter } from '../rate-limit/rate-limiter';
import { ApiKeysService } from './api-keys.service';
import { StaffAuditService } from './staff-audit.service';

/** The least role that may do what a handler does. */
export const NEEDS_ROLE = Symbol('role');

const actions = new WeakMap<Request, number>();

/** The id under which the call was written down. */
export const actionOf = (request: Request): number | undefined => actions.get(request);

/**
 * Lets the shop's own systems in, by their API key, and writes each call down. Wrong keys are limited for each address; a
 * right one is never locked out by whoever tries wrong ones beside it.
 */
@Injectable()
export class StaffGuard implements CanActivate {
  constructor(
    private readonly keys: ApiKeysService,
    private readonly audit: StaffAuditService,
    private readonly limiter: RateLimiter,
    private readonly config: Config,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const key = await this.keys.find(request.headers.authorization);
    if (!key) return this.refuse(request.ip);
    const number = orderNumberSchema.safeParse(request.params['number']);
    const action = context.getHandler().name;
    const orderNumber = number.success ? number.data.toUpperCase() : null;
    const id = await this.audit.begin({ key, action, orderNumber });
    const needed = this.reflector.get<StaffRole>(NEEDS_ROLE, context.getHandler());
    if (needed === 'operator' && key.role !== 'operator') {
      const refusal = new ProblemError('ROLE_NOT_ALLOWED');
      await this.audit.end(id, refusal);
      throw refusal;
    }
    actions.set(request, id);
    return true;
  }

  private async refuse(ip: string | undefined): Promise<never> {
    const address = clientAddress(ip, this.config.http.trustProxy !== undefined);
    await limitClient(this.limiter, 'api_key', address);
    throw new ProblemError('API_KEY_INVALID', undefined, {
      headers: { 'WWW-Authenticate': 'Bearer' },
    });
  }
}
