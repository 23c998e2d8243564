CREATE TABLE "dismissals" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"count" integer NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"undone_at" timestamp with time zone,
	CONSTRAINT "dismissals_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "dismissed_bounces" (
	"workspace_id" uuid NOT NULL,
	"dismissal_id" uuid NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"dedupe_key" uuid NOT NULL,
	"recipient" text COLLATE "C" NOT NULL,
	"domain" text COLLATE "C" NOT NULL,
	"recipient_name" text,
	"account" text COLLATE "C" NOT NULL,
	"campaign" text COLLATE "C" NOT NULL,
	"provider" text COLLATE "C" NOT NULL,
	"category" text COLLATE "C" NOT NULL,
	"bounce_type" text NOT NULL,
	"smtp_code" text NOT NULL,
	"enhanced_code" text NOT NULL,
	"vendor_class" text NOT NULL,
	"diagnostic" text NOT NULL,
	"template_id" uuid NOT NULL,
	"confidence" real NOT NULL,
	"decided_by" text NOT NULL,
	"verified" boolean DEFAULT true NOT NULL,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	CONSTRAINT "dismissed_bounces_workspace_id_occurred_at_dedupe_key_pk" PRIMARY KEY("workspace_id","occurred_at","dedupe_key")
);
--> statement-breakpoint
ALTER TABLE "dismissals" ADD CONSTRAINT "dismissals_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dismissed_bounces" ADD CONSTRAINT "dismissed_bounces_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dismissed_bounces_dismissal" ON "dismissed_bounces" USING btree ("workspace_id","dismissal_id");