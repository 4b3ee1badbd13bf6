CREATE TABLE "staff_people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"disabled_at" timestamp with time zone,
	CONSTRAINT "staff_people_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "staff_sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "staff_sign_ins" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "staff_actions" ADD COLUMN "person_id" uuid;--> statement-breakpoint
ALTER TABLE "staff_actions" ADD COLUMN "subject" text;--> statement-breakpoint
ALTER TABLE "staff_actions" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "staff_actions" ADD COLUMN "before" jsonb;--> statement-breakpoint
ALTER TABLE "staff_actions" ADD COLUMN "after" jsonb;--> statement-breakpoint
ALTER TABLE "staff_sessions" ADD CONSTRAINT "staff_sessions_person_id_staff_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."staff_people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_sign_ins" ADD CONSTRAINT "staff_sign_ins_person_id_staff_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."staff_people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "staff_sessions_person" ON "staff_sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "foreign_payments_alerted" ON "foreign_payments" USING btree ("alerted_at") WHERE alerted_at is not null;--> statement-breakpoint
CREATE INDEX "fulfilments_undeliverable" ON "fulfilments" USING btree ("order_id") WHERE outcome = 'undeliverable';--> statement-breakpoint
CREATE INDEX "orders_recent" ON "orders" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "orders_status" ON "orders" USING btree ("status","created_at","id");--> statement-breakpoint
CREATE INDEX "orders_disputed" ON "orders" USING btree ("created_at","id") WHERE dispute is not null;--> statement-breakpoint
CREATE INDEX "orders_sync_failed" ON "orders" USING btree ("created_at","id") WHERE sync_failure is not null;--> statement-breakpoint
CREATE INDEX "orders_paid" ON "orders" USING btree ("paid_at") WHERE paid_at is not null;--> statement-breakpoint
CREATE INDEX "orders_words" ON "orders" USING gin (to_tsvector('simple'::regconfig, translate(lower(coalesce("customer_name", '') || ' ' || coalesce("email", '')), '@._+-/:()&,', '           ')));