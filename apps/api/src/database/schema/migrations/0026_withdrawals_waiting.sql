ALTER TABLE "withdrawals" ADD COLUMN "order_known" boolean;--> statement-breakpoint
ALTER TABLE "withdrawals" ADD COLUMN "acknowledged" boolean;--> statement-breakpoint
UPDATE "withdrawals" SET "order_known" = true WHERE EXISTS (SELECT FROM "orders" WHERE "orders"."number" = "withdrawals"."order_number");--> statement-breakpoint
UPDATE "withdrawals" SET "acknowledged" = true WHERE EXISTS (SELECT FROM "withdrawal_deliveries" WHERE "withdrawal_deliveries"."reference" = "withdrawals"."reference" AND "withdrawal_deliveries"."outcome" = 'sent');--> statement-breakpoint
CREATE INDEX "withdrawals_order_not_known" ON "withdrawals" USING btree ("sequence") WHERE "withdrawals"."order_known" is null;--> statement-breakpoint
CREATE INDEX "withdrawals_not_acknowledged" ON "withdrawals" USING btree ("sequence") WHERE "withdrawals"."acknowledged" is null and "withdrawals"."erased_at" is null;