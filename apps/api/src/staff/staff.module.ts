import { Module } from '@nestjs/common';
import { OrderModule } from '../order/order.module';
import { RateLimitModule } from '../rate-limit/rate-limit.module';
import { ApiKeyRepository } from './api-key.repository';
import { ApiKeysService } from './api-keys.service';
import { ShipmentsController } from './shipments.controller';
import { StaffActionRepository } from './staff-action.repository';
import { StaffAuditInterceptor } from './staff-audit.interceptor';
import { StaffAuditService } from './staff-audit.service';
import { StaffGuard } from './staff.guard';

/** What staff and the shop's own systems can do: the API under /api/staff. */
@Module({
  imports: [OrderModule, RateLimitModule],
  controllers: [ShipmentsController],
  providers: [
    ApiKeyRepository,
    ApiKeysService,
    StaffActionRepository,
    StaffAuditService,
    StaffAuditInterceptor,
    StaffGuard,
  ],
  exports: [ApiKeysService, StaffAuditService],
})
export class StaffModule {}
