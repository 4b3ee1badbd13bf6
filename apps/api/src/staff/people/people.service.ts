import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Config } from '../../config/config';
import type { StaffRole } from '../../database/schema/order-values';
import type { StaffPersonRow } from '../../database/schema/staff-tables';
import { PersonRepository } from './person.repository';
import { createToken, hashToken } from '../../http/security/secret-token';

/** How long a sign-in link works. */
export const LINK_MS = 10 * 60 * 1000;

/** A link that signs a person in once. */
export interface SignInLink {
  url: string;
  expiresAt: Date;
}

/** People who may use the console. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly people: PersonRepository,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** @returns undefined when somebody has the name already */
  async add(name: string, role: StaffRole): Promise<StaffPersonRow | undefined> {
    const row = { id: randomUUID(), name, role, createdAt: this.clock.now(), disabledAt: null };
    return (await this.people.insert(row)) ? row : undefined;
  }

  /** Oldest first. */
  list(): Promise<StaffPersonRow[]> {
    return this.people.all();
  }

  /** From now on the person is signed out, and nobody gets in by a link of theirs. @returns whether there is one */
  disable(name: string): Promise<boolean> {
    return this.people.disable(name, this.clock.now());
  }

  /**
   * Makes a link. Its token stands in the fragment, which no server and no log sees.
   * @param token what signs in, where it was made elsewhere
   * @returns undefined when nobody has the name, or is disabled
   */
  async link(name: string, token: string = createToken()): Promise<SignInLink | undefined> {
    const person = await this.people.findByName(name);
    if (!person || person.disabledAt) return undefined;
    const expiresAt = new Date(this.clock.now().getTime() + LINK_MS);
    await this.people.insertSignIn(hashToken(token), person.id, expiresAt);
    return { url: `${this.config.console.url}/sign-in#t=${token}`, expiresAt };
  }
}
