import { applyDecorators, SetMetadata, UseGuards, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth } from '@nestjs/swagger';
import type { StaffRole } from '../database/schema/order-values';
import { StaffAuditInterceptor } from './staff-audit.interceptor';
import { NEEDS, StaffGuard } from './staff.guard';
import type { StaffNeeds } from './staff.guard';

/**
 * An operation of the staff's API: an API key or a session of this role opens it.
 * @param record `written`: each call is written down. `polled`: the console asks every few seconds, which would bury what
 * people have done
 */
export const StaffCall = (role: StaffRole, record: StaffNeeds['record'] = 'written') =>
  applyDecorators(
    SetMetadata(NEEDS, { role, record } satisfies StaffNeeds),
    UseGuards(StaffGuard),
    UseInterceptors(StaffAuditInterceptor),
    ApiBearerAuth('apiKey'),
    ApiCookieAuth('staffSession'),
  );
