CREATE TABLE "reconciliation" (
	"name" text PRIMARY KEY NOT NULL,
	"reached_at" timestamp with time zone NOT NULL,
	"alerted_at" timestamp with time zone
);
--> statement-breakpoint
DROP INDEX "orders_unfinished";--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "payment_action" jsonb;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "tax_included_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "refunds" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "read_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "watched" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ALTER COLUMN "watched" SET DEFAULT true;--> statement-breakpoint
UPDATE "orders" SET "watched" = true WHERE "status" IN ('pending', 'processing') OR "disputed_at" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "released_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "dispute" jsonb;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "fraud_warned_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "webhook_events" ADD COLUMN "delivered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "webhook_events" ADD COLUMN "listed_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "orders_watched" ON "orders" USING btree ("created_at") WHERE watched;--> statement-breakpoint
CREATE INDEX "webhook_events_undelivered" ON "webhook_events" USING btree ("listed_at") WHERE listed_at is not null and delivered_at is null;