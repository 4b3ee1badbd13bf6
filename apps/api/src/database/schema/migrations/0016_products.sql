CREATE TABLE "pictures" (
	"id" text PRIMARY KEY NOT NULL,
	"source_url" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "order_lines" ADD COLUMN "variant" text;--> statement-breakpoint
ALTER TABLE "order_lines" ADD COLUMN "lang" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "stripe_subscription_id" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "subscription" jsonb;--> statement-breakpoint
CREATE INDEX "orders_subscription" ON "orders" USING btree ("stripe_subscription_id");