CREATE INDEX "fulfilments_recent" ON "fulfilments" USING btree ("staged_at");--> statement-breakpoint
CREATE INDEX "fulfilments_channel" ON "fulfilments" USING btree ("channel","staged_at");--> statement-breakpoint
CREATE INDEX "fulfilments_not_sent" ON "fulfilments" USING btree ("outcome","staged_at","channel") WHERE outcome in ('moot', 'undeliverable');--> statement-breakpoint
CREATE INDEX "shipments_recent" ON "shipments" USING btree ("shipped_at","id");--> statement-breakpoint
CREATE INDEX "shipments_status" ON "shipments" USING btree ("status","shipped_at","id");