import { applyDecorators, SetMetadata, UseGuards, UseInterceptors } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';
import type { StaffRole } from '../database/schema/order-values';
import { StaffAuditInterceptor } from './staff-audit.interceptor';
import { NEEDS_ROLE, StaffGuard } from './staff.guard';

/** An operation of the staff's API: an API key of this role opens it, and each call is written down. */
export const StaffCall = (role: StaffRole) =>
  applyDecorators(
    SetMetadata(NEEDS_ROLE, role),
    UseGuards(StaffGuard),
    UseInterceptors(StaffAuditInterceptor),
    ApiBearerAuth('apiKey'),
  );
