import { Module } from '@nestjs/common';
import { Drain } from '../http/drain';
import { HealthController } from './health.controller';

@Module({ controllers: [HealthController], providers: [Drain] })
export class HealthModule {}
