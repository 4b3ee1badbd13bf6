import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../../../config/config';

/**
 * The e-mails that were written as files, because there is no mail server. Their names end with the id of the order, or
 * of the letter.
 */
@Injectable()
export class MailFiles {
  constructor(private readonly config: Config) {}

  /** The files of these orders, also those that are not whole. */
  async findOf(orderIds: readonly string[]): Promise<string[]> {
    const files = await this.all();
    return files.filter((file) => orderIds.some((id) => file.includes(id)));
  }

  /** The files to this address, whatever they are about. */
  async findTo(email: string): Promise<string[]> {
    const wanted = email.trim().toLowerCase();
    const found: string[] = [];
    for (const file of await this.all()) {
      const [headers = ''] = (await this.read(file)).split(/\r?\n\r?\n/, 1);
      const to = /^To: (.*(?:\r?\n[ \t].*)*)/im.exec(headers)?.[1] ?? '';
      if (
        to
          .toLowerCase()
          .split(/[\s<>,]+/)
          .includes(wanted)
      )
        found.push(file);
    }
    return found;
  }

  /** What was written about these orders and withdrawals, or to this address. */
  async findAll(email: string, about: readonly ({ id: string } | { reference: string })[]) {
    const ids = about.map((one) => ('id' in one ? one.id : one.reference.toLowerCase()));
    return [...new Set([...(await this.findOf(ids)), ...(await this.findTo(email))])];
  }

  async removeAll(files: readonly string[]): Promise<void> {
    for (const file of files) await this.remove(file);
  }

  /** The text of one of them, with its headers. */
  read(file: string): Promise<string> {
    return readFile(this.pathOf(file), 'utf8');
  }

  /** Removes files that were written before this time. @returns how many, at most `limit` */
  async removeOlderThan(before: Date, limit: number): Promise<number> {
    let removed = 0;
    for (const file of await this.all()) {
      if (removed === limit) break;
      const { mtime } = await stat(this.pathOf(file));
      if (mtime >= before) continue;
      await this.remove(file);
      removed += 1;
    }
    return removed;
  }

  private async all(): Promise<string[]> {
    try {
      return await readdir(this.config.mail.dir);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }

  private remove(file: string): Promise<void> {
    return rm(this.pathOf(file), { force: true });
  }

  private readonly pathOf = (file: string) => join(this.config.mail.dir, file);
}
