import { Global, Module } from '@nestjs/common';
import { Clock } from './clock';

/** Gives every module the one clock. */
@Global()
@Module({ providers: [Clock], exports: [Clock] })
export class ClockModule {}
