ALTER TABLE "webhook_events" ADD COLUMN "created_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "webhook_events" ADD COLUMN "fulfilled_after_s" double precision;--> statement-breakpoint
CREATE INDEX "deliveries_not_sent" ON "deliveries" USING btree ("at") WHERE outcome <> 'sent';--> statement-breakpoint
CREATE INDEX "orders_money" ON "orders" USING btree ("paid_at","currency","total_minor","refunded_minor") WHERE paid_at is not null;--> statement-breakpoint
CREATE INDEX "webhook_events_fulfilled" ON "webhook_events" USING btree ("received_at","created_at","fulfilled_after_s") WHERE fulfilled_after_s is not null;