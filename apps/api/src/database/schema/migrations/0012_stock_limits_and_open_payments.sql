ALTER TABLE "stock" ADD COLUMN "stock_limit" integer;--> statement-breakpoint
CREATE INDEX "orders_awaiting" ON "orders" USING btree ("browser_hash") WHERE status = 'processing';