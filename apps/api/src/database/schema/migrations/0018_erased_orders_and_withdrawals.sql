CREATE TABLE "withdrawal_deliveries" (
	"reference" text NOT NULL,
	"attempt" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"outcome" text NOT NULL,
	"code" text,
	CONSTRAINT "withdrawal_deliveries_reference_attempt_pk" PRIMARY KEY("reference","attempt")
);
--> statement-breakpoint
CREATE TABLE "withdrawals" (
	"sequence" integer PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"received_at" timestamp (0) with time zone NOT NULL,
	"order_number" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"items" text,
	"reason" text,
	"locale" text NOT NULL,
	"content_hash" text NOT NULL,
	"declared_hash" text NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	"erased_at" timestamp with time zone,
	CONSTRAINT "withdrawals_reference_unique" UNIQUE("reference"),
	CONSTRAINT "withdrawals_content_hash_unique" UNIQUE("content_hash")
);
--> statement-breakpoint
ALTER TABLE "order_lines" ADD COLUMN "withdrawal_exempt" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "withdrawals_order_number" ON "withdrawals" USING btree ("order_number");--> statement-breakpoint
CREATE INDEX "webhook_events_received" ON "webhook_events" USING brin ("received_at") WITH (autosummarize=true);