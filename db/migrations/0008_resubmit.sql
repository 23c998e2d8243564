CREATE TABLE "batch_contacts" (
	"workspace_id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"recipient" text COLLATE "C" NOT NULL,
	"domain" text COLLATE "C" NOT NULL,
	"name" text,
	"account" text COLLATE "C" NOT NULL,
	"campaign" text COLLATE "C" NOT NULL,
	"category" text COLLATE "C" NOT NULL,
	"bounced_at" timestamp with time zone NOT NULL,
	"bounce_key" uuid NOT NULL,
	"tries" integer NOT NULL,
	"state" text NOT NULL,
	"open" boolean NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"message_id" uuid NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"claimed_until" timestamp with time zone,
	"handed_at" timestamp with time zone,
	"file_id" uuid,
	"why" text DEFAULT '' NOT NULL,
	"outcome" text DEFAULT '' NOT NULL,
	"outcome_at" timestamp with time zone,
	"again_key" uuid,
	CONSTRAINT "batch_contacts_workspace_id_batch_id_recipient_pk" PRIMARY KEY("workspace_id","batch_id","recipient")
);
--> statement-breakpoint
CREATE TABLE "batches" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"request_key" uuid NOT NULL,
	"state" text NOT NULL,
	"destination_id" uuid,
	"pace" jsonb NOT NULL,
	"total" integer NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp with time zone,
	"next_at" timestamp with time zone,
	"fence" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp with time zone,
	CONSTRAINT "batches_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "batches_request" UNIQUE("workspace_id","request_key")
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"workspace_id" uuid NOT NULL,
	"recipient" text COLLATE "C" NOT NULL,
	"domain" text COLLATE "C" NOT NULL,
	"name" text,
	"account" text COLLATE "C" NOT NULL,
	"campaign" text COLLATE "C" NOT NULL,
	"category" text COLLATE "C" NOT NULL,
	"bounced_at" timestamp with time zone NOT NULL,
	"bounce_key" uuid NOT NULL,
	"tries" integer NOT NULL,
	"tries_after_fix" integer NOT NULL,
	CONSTRAINT "contacts_workspace_id_recipient_pk" PRIMARY KEY("workspace_id","recipient")
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"destination_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"batch_id" uuid,
	"recipient" text COLLATE "C",
	"message_id" uuid NOT NULL,
	"attempt" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"status" integer,
	"ok" boolean NOT NULL,
	"failure" text NOT NULL,
	"milliseconds" integer NOT NULL,
	"reply" text NOT NULL,
	CONSTRAINT "deliveries_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "destinations" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"url" text NOT NULL,
	"secret" "bytea" NOT NULL,
	"previous_secret" "bytea",
	"previous_until" timestamp with time zone,
	"state" text NOT NULL,
	"off_why" text DEFAULT '' NOT NULL,
	"resume_at" timestamp with time zone,
	"last_ok_at" timestamp with time zone,
	"last_failed_at" timestamp with time zone,
	"last_failure" text DEFAULT '' NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "destinations_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "fixes" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"category" text COLLATE "C" NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"what" text NOT NULL,
	"fixed_at" timestamp with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_by" uuid,
	CONSTRAINT "fixes_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "handover_files" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "handover_files_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "resubmit_settings" (
	"workspace_id" uuid NOT NULL,
	"quiet_days" integer NOT NULL,
	"tries" jsonb NOT NULL,
	CONSTRAINT "resubmit_settings_workspace_id_pk" PRIMARY KEY("workspace_id")
);
--> statement-breakpoint
ALTER TABLE "batch_contacts" ADD CONSTRAINT "batch_contacts_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batches" ADD CONSTRAINT "batches_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "destinations" ADD CONSTRAINT "destinations_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fixes" ADD CONSTRAINT "fixes_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover_files" ADD CONSTRAINT "handover_files_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resubmit_settings" ADD CONSTRAINT "resubmit_settings_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "batch_contacts_open" ON "batch_contacts" USING btree ("workspace_id","recipient") WHERE open;--> statement-breakpoint
CREATE INDEX "batch_contacts_recipient" ON "batch_contacts" USING btree ("workspace_id","recipient","handed_at");--> statement-breakpoint
CREATE INDEX "batch_contacts_due" ON "batch_contacts" USING btree ("workspace_id","batch_id","due_at") WHERE state in ('planned', 'sending');--> statement-breakpoint
CREATE INDEX "batch_contacts_quiet" ON "batch_contacts" USING btree ("workspace_id","handed_at") WHERE state = 'handed_over' and outcome = '';--> statement-breakpoint
CREATE INDEX "batch_contacts_outcome" ON "batch_contacts" USING btree ("workspace_id","outcome_at") WHERE outcome <> '';--> statement-breakpoint
CREATE INDEX "batches_due" ON "batches" USING btree ("next_at") WHERE state = 'running' and next_at is not null;--> statement-breakpoint
CREATE INDEX "contacts_category_account" ON "contacts" USING btree ("workspace_id","category","account");--> statement-breakpoint
CREATE INDEX "deliveries_destination" ON "deliveries" USING btree ("workspace_id","destination_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "deliveries_recipient" ON "deliveries" USING btree ("workspace_id","recipient","id");--> statement-breakpoint
CREATE INDEX "handover_files_batch" ON "handover_files" USING btree ("workspace_id","batch_id","created_at");