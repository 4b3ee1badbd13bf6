ALTER TABLE "order_lines" ADD COLUMN "recurring" jsonb;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "mode" text DEFAULT 'payment' NOT NULL;