CREATE TABLE "deliveries" (
	"order_id" uuid NOT NULL,
	"step" text NOT NULL,
	"attempt" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"outcome" text NOT NULL,
	"code" text,
	CONSTRAINT "deliveries_order_id_step_attempt_pk" PRIMARY KEY("order_id","step","attempt")
);
--> statement-breakpoint
ALTER TABLE "fulfilments" ADD COLUMN "channel" text;--> statement-breakpoint
ALTER TABLE "fulfilments" ADD COLUMN "sequence" integer;--> statement-breakpoint
ALTER TABLE "fulfilments" ADD COLUMN "due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "fulfilments" ADD COLUMN "next_attempt_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "fulfilments" ADD COLUMN "outcome" text;--> statement-breakpoint
ALTER TABLE "fulfilments" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "phone" text;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE cascade ON UPDATE no action;