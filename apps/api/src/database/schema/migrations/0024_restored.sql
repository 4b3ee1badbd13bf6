ALTER TABLE "orders" ADD COLUMN "rebuilt_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "telling_held_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "orders_telling_held" ON "orders" USING btree ("created_at","id") WHERE telling_held_at is not null;