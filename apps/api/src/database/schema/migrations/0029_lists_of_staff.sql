CREATE INDEX "orders_refund_due" ON "orders" USING btree ("cancelled_at") WHERE cancel_refund = 'due';--> statement-breakpoint
CREATE INDEX "orders_unclear" ON "orders" USING btree ("created_at","id") WHERE session_state in ('payment_review', 'checking');--> statement-breakpoint
CREATE INDEX "orders_fraud_warned" ON "orders" USING btree ("created_at","id") WHERE fraud_warned_at is not null;--> statement-breakpoint
CREATE INDEX "orders_refund_refused" ON "orders" USING btree ("created_at","id") WHERE cancel_refund = 'refused';--> statement-breakpoint
CREATE INDEX "orders_refund_failed" ON "orders" USING btree ("created_at","id") WHERE refunds @> '[{"status": "failed"}]';--> statement-breakpoint
CREATE INDEX "webhook_events_unhandled" ON "webhook_events" USING btree ("received_at") WHERE subject_id is not null and handled_at is null;--> statement-breakpoint
CREATE INDEX "webhook_events_received_at" ON "webhook_events" USING btree ("received_at");--> statement-breakpoint
ALTER TABLE "webhook_events" ADD COLUMN "payment_id" text;--> statement-breakpoint
DROP INDEX "webhook_events_received";