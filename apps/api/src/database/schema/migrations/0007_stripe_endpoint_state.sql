CREATE TABLE "stripe_endpoint_state" (
	"subject" text PRIMARY KEY NOT NULL,
	"findings" jsonb NOT NULL,
	"detail" text,
	"compared_at" timestamp with time zone
);
