import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { breakingStatements } from './breaking-statements';
import { migrationsFolder } from './migrations-folder';

/** Written before the rule. */
const BEFORE_THE_RULE = '0007_stripe_endpoint_state';

const names = readdirSync(migrationsFolder)
  .filter((file) => file.endsWith('.sql'))
  .map((file) => file.replace(/\.sql$/, ''))
  .sort();
const since = names.slice(names.indexOf(BEFORE_THE_RULE) + 1);

describe('a migration', () => {
  it('is there that the rule holds for', () => {
    expect(since.length).toBeGreaterThan(0);
  });

  it.each(since)('leaves the version before able to run: %s', (name) => {
    const text = readFileSync(join(migrationsFolder, `${name}.sql`), 'utf8');
    expect(breakingStatements(text, names.slice(0, names.indexOf(name)))).toEqual([]);
  });

  it.each([
    'ALTER TABLE "orders" ADD COLUMN "note" text;',
    `ALTER TABLE "orders" ADD COLUMN "kind" text DEFAULT 'a' NOT NULL;`,
    'CREATE INDEX "by_note" ON "orders" USING btree ("note") WHERE note is not null;',
    'CREATE TABLE "new" ("id" uuid PRIMARY KEY NOT NULL, "name" text NOT NULL);--> statement-breakpoint\n' +
      'ALTER TABLE "new" ADD CONSTRAINT "fk" FOREIGN KEY ("id") REFERENCES "orders"("id");--> statement-breakpoint\n' +
      'CREATE UNIQUE INDEX "once" ON "new" USING btree ("name");',
    'DROP INDEX "by_note";',
    'ALTER TABLE "orders" ALTER COLUMN "note" DROP NOT NULL;',
    '-- contract: unused since 0004_recovered_sessions\nALTER TABLE "orders" DROP COLUMN "old";',
  ])('may say: %s', (text) => {
    expect(breakingStatements(text, names)).toEqual([]);
  });

  it.each([
    'DROP TABLE "orders";',
    'DROP TABLE "orders" CASCADE;',
    'ALTER TABLE "orders" DROP COLUMN "note";',
    'alter table orders\n  drop   column note;',
    'ALTER TABLE "orders" RENAME COLUMN "note" TO "remark";',
    'ALTER TABLE "orders" RENAME TO "sales";',
    'ALTER TABLE "orders" ADD COLUMN "kind" text NOT NULL;',
    'ALTER TABLE "orders" ALTER COLUMN "note" SET NOT NULL;',
    'ALTER TABLE "orders" ALTER COLUMN "note" SET DATA TYPE integer;',
    'ALTER TABLE "orders" ALTER COLUMN "note" TYPE integer;',
    'ALTER TABLE "orders" ALTER COLUMN "note" DROP DEFAULT;',
    'ALTER TABLE "orders" ADD CONSTRAINT "once" UNIQUE("note");',
    'CREATE UNIQUE INDEX "once" ON "orders" USING btree ("note");',
    'DELETE FROM "orders" WHERE true;',
    'TRUNCATE "orders";',
    'CREATE TABLE "new" ("id" uuid);--> statement-breakpoint\nALTER TABLE "orders" DROP COLUMN "note";',
    '-- contract: unused since 0099_never_written\nALTER TABLE "orders" DROP COLUMN "old";',
  ])('may not say: %s', (text) => {
    expect(breakingStatements(text, names)).toHaveLength(1);
  });
});
