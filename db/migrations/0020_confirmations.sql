CREATE TABLE "confirmations" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"count" integer NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"undone_at" timestamp with time zone,
	CONSTRAINT "confirmations_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "confirmed_bounces" (
	"workspace_id" uuid NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"dedupe_key" uuid NOT NULL,
	"confirmation_id" uuid NOT NULL,
	CONSTRAINT "confirmed_bounces_workspace_id_occurred_at_dedupe_key_pk" PRIMARY KEY("workspace_id","occurred_at","dedupe_key")
);
--> statement-breakpoint
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmed_bounces" ADD CONSTRAINT "confirmed_bounces_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;