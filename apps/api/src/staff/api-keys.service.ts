import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import type { StaffRole } from '../database/schema/order-values';
import type { ApiKeyRow } from '../database/schema/staff-tables';
import { ApiKeyRepository } from './api-key.repository';
import { createApiKey, isRightKey, sentKey } from './api-key';

/** Keys that the shop's own systems call the staff's API with. */
@Injectable()
export class ApiKeysService {
  constructor(
    private readonly keys: ApiKeyRepository,
    private readonly clock: Clock,
  ) {}

  /** @returns the key itself too, which is kept nowhere and cannot be shown again */
  async create(name: string, role: StaffRole): Promise<ApiKeyRow & { key: string }> {
    const { key, prefix, keyHash } = createApiKey();
    const createdAt = this.clock.now();
    const row = { id: randomUUID(), name, prefix, keyHash, role, createdAt, revokedAt: null };
    await this.keys.insert(row);
    return { ...row, key };
  }

  /** Oldest first. */
  list(): Promise<ApiKeyRow[]> {
    return this.keys.all();
  }

  /** From now on nobody gets in with it. @returns its name; undefined when no key that is valid has the id */
  revoke(id: string): Promise<string | undefined> {
    return this.keys.revoke(id, this.clock.now());
  }

  /** @returns the key that an Authorization header carries; undefined when there is none, or it is wrong or revoked */
  async find(authorization: unknown): Promise<ApiKeyRow | undefined> {
    const sent = sentKey(authorization);
    if (!sent) return undefined;
    const row = await this.keys.findByPrefix(sent.prefix);
    const isRight = isRightKey(sent.key, row?.keyHash);
    return isRight && row?.revokedAt === null ? row : undefined;
  }
}
