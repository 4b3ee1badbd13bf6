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
import { requireConsole } from './console-origin';
import { StaffSessions } from './people/staff-sessions.service';
import type { Staff } from './staff';
import { StaffAuditService } from './staff-audit.service';

/** What a handler needs: the least role, and whether each call of it is written down. */
export interface StaffNeeds {
  role: StaffRole;
  record: 'written' | 'polled';
}
export const NEEDS = Symbol('needs');

const actions = new WeakMap<Request, number>();
const callers = new WeakMap<Request, Staff>();

/** The id under which the call was written down. */
export const actionOf = (request: Request): number | undefined => actions.get(request);

/** Who calls, of a request that the guard has let in. */
export function staffOf(request: Request): Staff {
  const staff = callers.get(request);
  if (!staff) throw new ProblemError('API_KEY_INVALID');
  return staff;
}

/**
 * Lets the shop's own systems in by their API key, and people by their session. Wrong keys and sessions are limited for
 * each address; a right one is never locked out by whoever tries wrong ones beside it.
 */
@Injectable()
export class StaffGuard implements CanActivate {
  constructor(
    private readonly keys: ApiKeysService,
    private readonly sessions: StaffSessions,
    private readonly audit: StaffAuditService,
    private readonly limiter: RateLimiter,
    private readonly config: Config,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const staff = await this.identify(request);
    if (!staff) return this.refuse(request.ip);
    callers.set(request, staff);
    const { role, record } = this.reflector.get<StaffNeeds>(NEEDS, context.getHandler());
    if (record === 'polled') {
      if (isTooLow(staff, role)) throw new ProblemError('ROLE_NOT_ALLOWED');
      return true;
    }
    const number = orderNumberSchema.safeParse(request.params['number']);
    const action = context.getHandler().name;
    const orderNumber = number.success ? number.data.toUpperCase() : null;
    const id = await this.audit.begin({ staff, action, orderNumber });
    if (isTooLow(staff, role)) {
      const refusal = new ProblemError('ROLE_NOT_ALLOWED');
      await this.audit.end(id, refusal);
      throw refusal;
    }
    actions.set(request, id);
    return true;
  }

  /** A key comes before a session: a program that has both means the key. */
  private async identify(request: Request): Promise<Staff | undefined> {
    const { authorization } = request.headers;
    if (authorization) {
      const key = await this.keys.find(authorization);
      if (!key) return undefined;
      const { id, name, role } = key;
      return { name, role, apiKeyId: id, personId: null, signedInAt: null, expiresAt: null };
    }
    const cookies = request.headers.cookie;
    if (!this.sessions.isSent(cookies)) return undefined;
    requireConsole(request, this.config.console.url);
    return this.sessions.find(cookies);
  }

  private async refuse(ip: string | undefined): Promise<never> {
    const address = clientAddress(ip, this.config.http.proxyIsKnown);
    await limitClient(this.limiter, 'api_key', address);
    throw new ProblemError('API_KEY_INVALID', undefined, {
      headers: { 'WWW-Authenticate': 'Bearer' },
    });
  }
}

const isTooLow = (staff: Staff, needed: StaffRole) =>
  needed === 'operator' && staff.role !== 'operator';
