ALTER TABLE "orders" ADD COLUMN "address_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "address_corrected_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "cancelled_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "cancel_refund" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "cancel_refusals" integer DEFAULT 0 NOT NULL;