ALTER TABLE "confirmation_grants" ADD COLUMN "granted_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "confirmation_grants_expires" ON "confirmation_grants" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "orders_unpaid" ON "orders" USING btree ("created_at") WHERE status = 'expired' and stripe_payment_intent_id is null;