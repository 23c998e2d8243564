CREATE TABLE "invites" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"role" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "invites_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "invites_token" UNIQUE("workspace_id","token_hash")
);
--> statement-breakpoint
CREATE TABLE "limits" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"blocked_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "members" (
	"workspace_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"disabled" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "members_workspace_id_user_id_pk" PRIMARY KEY("workspace_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "workspaces" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"data_version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "workspaces_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "account_days" (
	"workspace_id" uuid NOT NULL,
	"day" date NOT NULL,
	"account" text NOT NULL,
	"counts" integer[] NOT NULL,
	CONSTRAINT "account_days_workspace_id_day_account_pk" PRIMARY KEY("workspace_id","day","account")
);
--> statement-breakpoint
CREATE TABLE "account_provider_days" (
	"workspace_id" uuid NOT NULL,
	"account" text NOT NULL,
	"provider" text NOT NULL,
	"day" date NOT NULL,
	"counts" integer[] NOT NULL,
	CONSTRAINT "account_provider_days_workspace_id_account_provider_day_pk" PRIMARY KEY("workspace_id","account","provider","day")
);
--> statement-breakpoint
CREATE TABLE "bounces" (
	"workspace_id" uuid NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"dedupe_key" uuid NOT NULL,
	"recipient" text COLLATE "C" NOT NULL,
	"domain" text COLLATE "C" NOT NULL,
	"recipient_name" text,
	"account" text NOT NULL,
	"campaign" text NOT NULL,
	"provider" text NOT NULL,
	"category" text NOT NULL,
	"bounce_type" text NOT NULL,
	"smtp_code" text NOT NULL,
	"enhanced_code" text NOT NULL,
	"vendor_class" text NOT NULL,
	"diagnostic" text NOT NULL,
	"template_id" uuid NOT NULL,
	"confidence" real NOT NULL,
	"decided_by" text NOT NULL,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	CONSTRAINT "bounces_workspace_id_occurred_at_dedupe_key_pk" PRIMARY KEY("workspace_id","occurred_at","dedupe_key")
);
--> statement-breakpoint
CREATE TABLE "cached_figures" (
	"workspace_id" uuid NOT NULL,
	"key" text NOT NULL,
	"data_version" integer NOT NULL,
	"value" jsonb NOT NULL,
	CONSTRAINT "cached_figures_workspace_id_key_pk" PRIMARY KEY("workspace_id","key")
);
--> statement-breakpoint
CREATE TABLE "provider_days" (
	"workspace_id" uuid NOT NULL,
	"day" date NOT NULL,
	"provider" text NOT NULL,
	"counts" integer[] NOT NULL,
	CONSTRAINT "provider_days_workspace_id_day_provider_pk" PRIMARY KEY("workspace_id","day","provider")
);
--> statement-breakpoint
CREATE TABLE "reclassifications" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"category" text NOT NULL,
	"template_id" uuid,
	"previous_rule" text,
	"count" integer NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"undone_at" timestamp with time zone,
	CONSTRAINT "reclassifications_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "reclassified_bounces" (
	"workspace_id" uuid NOT NULL,
	"reclassification_id" uuid NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"dedupe_key" uuid NOT NULL,
	"category" text NOT NULL,
	"bounce_type" text NOT NULL,
	"confidence" real NOT NULL,
	"decided_by" text NOT NULL,
	CONSTRAINT "reclassified_bounces_workspace_id_reclassification_id_occurred_at_dedupe_key_pk" PRIMARY KEY("workspace_id","reclassification_id","occurred_at","dedupe_key")
);
--> statement-breakpoint
CREATE TABLE "sending_accounts" (
	"workspace_id" uuid NOT NULL,
	"address" text NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sending_accounts_workspace_id_address_pk" PRIMARY KEY("workspace_id","address")
);
--> statement-breakpoint
CREATE TABLE "template_days" (
	"workspace_id" uuid NOT NULL,
	"day" date NOT NULL,
	"template_id" uuid NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "template_days_workspace_id_day_template_id_pk" PRIMARY KEY("workspace_id","day","template_id")
);
--> statement-breakpoint
CREATE TABLE "template_rules" (
	"workspace_id" uuid NOT NULL,
	"template_id" uuid NOT NULL,
	"category" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "template_rules_workspace_id_template_id_pk" PRIMARY KEY("workspace_id","template_id")
);
--> statement-breakpoint
CREATE TABLE "templates" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"text" text NOT NULL,
	"example" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "templates_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "activity" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid NOT NULL,
	"action" text NOT NULL,
	"subject_id" uuid,
	"count" integer,
	"details" jsonb NOT NULL,
	CONSTRAINT "activity_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "activity_time" UNIQUE("workspace_id","at","id")
);
--> statement-breakpoint
CREATE TABLE "column_mappings" (
	"workspace_id" uuid NOT NULL,
	"header" text NOT NULL,
	"settings" jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "column_mappings_workspace_id_header_pk" PRIMARY KEY("workspace_id","header")
);
--> statement-breakpoint
CREATE TABLE "file_days" (
	"workspace_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"day" text NOT NULL,
	CONSTRAINT "file_days_workspace_id_sha256_pk" PRIMARY KEY("workspace_id","sha256")
);
--> statement-breakpoint
CREATE TABLE "import_rejects" (
	"workspace_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"line" integer NOT NULL,
	"reason" text NOT NULL,
	"column" text,
	"value" text NOT NULL,
	"raw" text NOT NULL,
	CONSTRAINT "import_rejects_workspace_id_import_id_seq_pk" PRIMARY KEY("workspace_id","import_id","seq")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"upload_id" uuid NOT NULL,
	"state" text NOT NULL,
	"origin" text NOT NULL,
	"settings" jsonb NOT NULL,
	"counts" jsonb NOT NULL,
	"checkpoint" jsonb NOT NULL,
	"fence" integer DEFAULT 0 NOT NULL,
	"failure" text,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	CONSTRAINT "imports_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "upload_chunks" (
	"workspace_id" uuid NOT NULL,
	"upload_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"size" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "upload_chunks_workspace_id_upload_id_seq_pk" PRIMARY KEY("workspace_id","upload_id","seq")
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"state" text NOT NULL,
	"size" bigint NOT NULL,
	"sha256" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "uploads_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "invites" ADD CONSTRAINT "invites_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_days" ADD CONSTRAINT "account_days_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_provider_days" ADD CONSTRAINT "account_provider_days_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bounces" ADD CONSTRAINT "bounces_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cached_figures" ADD CONSTRAINT "cached_figures_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_days" ADD CONSTRAINT "provider_days_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reclassifications" ADD CONSTRAINT "reclassifications_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reclassified_bounces" ADD CONSTRAINT "reclassified_bounces_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sending_accounts" ADD CONSTRAINT "sending_accounts_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "template_days" ADD CONSTRAINT "template_days_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "template_rules" ADD CONSTRAINT "template_rules_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "templates" ADD CONSTRAINT "templates_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity" ADD CONSTRAINT "activity_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "column_mappings" ADD CONSTRAINT "column_mappings_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_days" ADD CONSTRAINT "file_days_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rejects" ADD CONSTRAINT "import_rejects_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload_chunks" ADD CONSTRAINT "upload_chunks_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "account_provider_days_provider" ON "account_provider_days" USING btree ("workspace_id","provider","day");--> statement-breakpoint
CREATE INDEX "bounces_account" ON "bounces" USING btree ("workspace_id","account","category","occurred_at","dedupe_key");--> statement-breakpoint
CREATE INDEX "bounces_category" ON "bounces" USING btree ("workspace_id","category","occurred_at","dedupe_key");--> statement-breakpoint
CREATE INDEX "bounces_recipient" ON "bounces" USING btree ("workspace_id","recipient","occurred_at");--> statement-breakpoint
CREATE INDEX "bounces_domain" ON "bounces" USING btree ("workspace_id","domain","occurred_at");--> statement-breakpoint
CREATE INDEX "bounces_template" ON "bounces" USING btree ("workspace_id","template_id","occurred_at");--> statement-breakpoint
CREATE INDEX "bounces_campaign" ON "bounces" USING btree ("workspace_id","campaign","occurred_at");--> statement-breakpoint
CREATE INDEX "bounces_import" ON "bounces" USING btree ("workspace_id","import_id");