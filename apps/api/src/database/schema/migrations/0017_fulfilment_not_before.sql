ALTER TABLE "fulfilments" ADD COLUMN "not_before" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "fulfilments_staff" ON "fulfilments" USING btree ("done_at") WHERE channel = 'staff';