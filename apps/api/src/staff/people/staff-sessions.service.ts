import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { Clock } from '../../clock/clock';
import { Config } from '../../config/config';
import type { StaffPersonRow } from '../../database/schema/staff-tables';
import { ProblemError } from '../../http/errors/problem-error';
import { createToken, hashToken, isToken } from '../../http/security/secret-token';
import { limitClient } from '../../rate-limit/limit-client';
import { RateLimiter } from '../../rate-limit/rate-limiter';
import type { Staff } from '../staff';
import { PersonRepository } from './person.repository';
import { sentCookie, staffCookie } from './staff-cookie';

/** How long a session lasts, whether or not it is used. */
export const SESSION_MS = 12 * 60 * 60 * 1000;

/** Sessions of people who are signed in to the console. */
@Injectable()
export class StaffSessions {
  private readonly cookie: ReturnType<typeof staffCookie>;

  constructor(
    private readonly people: PersonRepository,
    private readonly limiter: RateLimiter,
    private readonly clock: Clock,
    config: Config,
  ) {
    this.cookie = staffCookie(config.console.url.startsWith('https:'), SESSION_MS);
  }

  /**
   * Begins a session. Tries that fail are limited for each address; a link that is valid always works.
   * @param address of the client, where it is known
   * @throws ProblemError SIGN_IN_NOT_VALID; RATE_LIMITED
   */
  async signIn(link: string, address: string | undefined, response: Response): Promise<Staff> {
    const now = this.clock.now();
    const [token, expiresAt] = [createToken(), new Date(now.getTime() + SESSION_MS)];
    const session = { tokenHash: hashToken(token), now, expiresAt };
    const person = await this.people.signIn(hashToken(link), session);
    if (!person) {
      await limitClient(this.limiter, 'sign_in', address);
      throw new ProblemError('SIGN_IN_NOT_VALID');
    }
    response.cookie(this.cookie.name, token, this.cookie.options);
    return staffIn(person, now, expiresAt);
  }

  /** Whether the request carries a session, valid or not. @param cookies the header */
  isSent(cookies: string | undefined): boolean {
    return sentCookie(cookies, this.cookie.name) !== undefined;
  }

  /** Whose session the request carries; undefined when it carries none that is valid. */
  async find(cookies: string | undefined): Promise<Staff | undefined> {
    const token = sentCookie(cookies, this.cookie.name);
    if (!isToken(token)) return undefined;
    const found = await this.people.findSession(hashToken(token), this.clock.now());
    if (!found) return undefined;
    return staffIn(found.person, found.createdAt, found.expiresAt);
  }

  /** Ends the session for good, wherever its cookie is. */
  async signOut(cookies: string | undefined, response: Response): Promise<void> {
    const token = sentCookie(cookies, this.cookie.name);
    if (isToken(token)) await this.people.endSession(hashToken(token), this.clock.now());
    this.clear(response);
  }

  /** Ends all sessions of a person, this one too, and the links that would begin another. An API key has none. */
  async signOutEverywhere({ personId }: Staff, response: Response): Promise<void> {
    if (personId) await this.people.endSessions(personId, this.clock.now());
    this.clear(response);
  }

  private clear(response: Response): void {
    const { maxAge: _, ...options } = this.cookie.options;
    response.clearCookie(this.cookie.name, options);
  }
}

const staffIn = ({ id, name, role }: StaffPersonRow, signedInAt: Date, expiresAt: Date): Staff => ({
  name,
  role,
  apiKeyId: null,
  personId: id,
  signedInAt,
  expiresAt,
});
