import { Injectable } from '@nestjs/common';

/**
 * The time, for everything that decides or stores by it. SQL gets it as a parameter. Durations of things under way use
 * performance.now() instead.
 */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
