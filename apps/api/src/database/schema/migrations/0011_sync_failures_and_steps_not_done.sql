ALTER TABLE "orders" ADD COLUMN "sync_failure" text;--> statement-breakpoint
CREATE INDEX "fulfilments_not_done" ON "fulfilments" USING btree ("staged_at") WHERE done_at is null;