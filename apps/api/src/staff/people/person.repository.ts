import { Injectable } from '@nestjs/common';
import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import { Database } from '../../database/database';
import type { Transaction } from '../../database/database';
import { staffPeople, staffSessions, staffSignIns } from '../../database/schema/staff-tables';
import type { StaffPersonRow } from '../../database/schema/staff-tables';

/** Queries on people of the staff, their sign-in links and sessions; no decisions. */
@Injectable()
export class PersonRepository {
  constructor(private readonly database: Database) {}

  /** @returns false when somebody has the name already */
  async insert(row: StaffPersonRow): Promise<boolean> {
    const rows = await this.database.queries
      .insert(staffPeople)
      .values(row)
      .onConflictDoNothing()
      .returning({ id: staffPeople.id });
    return rows.length > 0;
  }

  /** Oldest first, disabled ones too. */
  async all(): Promise<StaffPersonRow[]> {
    return this.database.queries.select().from(staffPeople).orderBy(asc(staffPeople.createdAt));
  }

  async findByName(name: string): Promise<StaffPersonRow | undefined> {
    const rows = await this.database.queries
      .select()
      .from(staffPeople)
      .where(eq(staffPeople.name, name));
    return rows[0];
  }

  /** Ends the sessions and links too. @returns whether somebody who was not disabled has the name */
  async disable(name: string, now: Date): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const [person] = await tx
        .update(staffPeople)
        .set({ disabledAt: now })
        .where(and(eq(staffPeople.name, name), isNull(staffPeople.disabledAt)))
        .returning({ id: staffPeople.id });
      if (!person) return false;
      await endAll(tx, person.id, now);
      return true;
    });
  }

  /** Ends the sessions and links of a person. */
  async endSessions(personId: string, now: Date): Promise<void> {
    await this.database.transaction((tx) => endAll(tx, personId, now));
  }

  async insertSignIn(tokenHash: string, personId: string, expiresAt: Date): Promise<void> {
    await this.database.queries
      .insert(staffSignIns)
      .values({ tokenHash, personId, expiresAt })
      .onConflictDoNothing();
  }

  /**
   * Uses up a link and begins a session with it, both or neither.
   * @returns whose it is; undefined when it was used, has expired or was never made, or its person is disabled
   */
  async signIn(
    linkHash: string,
    session: { tokenHash: string; now: Date; expiresAt: Date },
  ): Promise<StaffPersonRow | undefined> {
    const { tokenHash, now, expiresAt } = session;
    return this.database.transaction(async (tx) => {
      const [link] = await tx
        .update(staffSignIns)
        .set({ usedAt: now })
        .where(
          and(
            eq(staffSignIns.tokenHash, linkHash),
            isNull(staffSignIns.usedAt),
            gt(staffSignIns.expiresAt, now),
          ),
        )
        .returning({ personId: staffSignIns.personId });
      if (!link) return undefined;
      const [person] = await tx
        .select()
        .from(staffPeople)
        .where(and(eq(staffPeople.id, link.personId), isNull(staffPeople.disabledAt)));
      if (!person) return undefined;
      await tx
        .insert(staffSessions)
        .values({ tokenHash, personId: person.id, createdAt: now, expiresAt });
      return person;
    });
  }

  /** The person of a session that is valid now, and when it began and ends. */
  async findSession(
    tokenHash: string,
    now: Date,
  ): Promise<{ person: StaffPersonRow; createdAt: Date; expiresAt: Date } | undefined> {
    const { createdAt, expiresAt } = staffSessions;
    const rows = await this.database.queries
      .select({ person: staffPeople, createdAt, expiresAt })
      .from(staffSessions)
      .innerJoin(staffPeople, eq(staffPeople.id, staffSessions.personId))
      .where(
        and(
          eq(staffSessions.tokenHash, tokenHash),
          isNull(staffSessions.endedAt),
          gt(staffSessions.expiresAt, now),
          isNull(staffPeople.disabledAt),
        ),
      );
    return rows[0];
  }

  async endSession(tokenHash: string, now: Date): Promise<void> {
    await this.database.queries
      .update(staffSessions)
      .set({ endedAt: now })
      .where(and(eq(staffSessions.tokenHash, tokenHash), isNull(staffSessions.endedAt)));
  }
}

async function endAll(tx: Transaction, personId: string, now: Date): Promise<void> {
  await tx.delete(staffSignIns).where(eq(staffSignIns.personId, personId));
  await tx
    .update(staffSessions)
    .set({ endedAt: now })
    .where(and(eq(staffSessions.personId, personId), isNull(staffSessions.endedAt)));
}
