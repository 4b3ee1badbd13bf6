import { Injectable } from '@nestjs/common';
import { eq } from 'drizzle-orm';
import { Database } from '../database/database';
import { pictures } from '../database/schema/picture-tables';
import type { PictureSource } from './picture-source';

/** Queries on where pictures are; no decisions. */
@Injectable()
export class PictureRepository {
  constructor(private readonly database: Database) {}

  /** Stores those that are new. */
  async store(sources: PictureSource[]): Promise<void> {
    await this.database.queries
      .insert(pictures)
      .values(sources.map(({ id, url }) => ({ id, sourceUrl: url })))
      .onConflictDoNothing();
  }

  async findUrl(id: string): Promise<string | undefined> {
    const [row] = await this.database.queries
      .select({ url: pictures.sourceUrl })
      .from(pictures)
      .where(eq(pictures.id, id));
    return row?.url;
  }
}
