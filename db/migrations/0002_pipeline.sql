CREATE TABLE "import_lanes" (
	"workspace_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"lane" integer NOT NULL,
	"checkpoint" jsonb NOT NULL,
	CONSTRAINT "import_lanes_workspace_id_import_id_lane_pk" PRIMARY KEY("workspace_id","import_id","lane")
);
--> statement-breakpoint
CREATE UNLOGGED TABLE "import_stages" (
	"workspace_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	CONSTRAINT "import_stages_workspace_id_import_id_pk" PRIMARY KEY("workspace_id","import_id")
);
--> statement-breakpoint
CREATE TABLE "known_rows" (
	"workspace_id" uuid NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"dedupe_key" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"differs" jsonb,
	CONSTRAINT "known_rows_workspace_id_occurred_at_dedupe_key_import_id_pk" PRIMARY KEY("workspace_id","occurred_at","dedupe_key","import_id")
);
--> statement-breakpoint
ALTER TABLE "account_days" DROP CONSTRAINT "account_days_workspace_id_workspaces_id_fk";
--> statement-breakpoint
ALTER TABLE "account_provider_days" DROP CONSTRAINT "account_provider_days_workspace_id_workspaces_id_fk";
--> statement-breakpoint
ALTER TABLE "bounces" DROP CONSTRAINT "bounces_workspace_id_workspaces_id_fk";
--> statement-breakpoint
ALTER TABLE "provider_days" DROP CONSTRAINT "provider_days_workspace_id_workspaces_id_fk";
--> statement-breakpoint
ALTER TABLE "template_days" DROP CONSTRAINT "template_days_workspace_id_workspaces_id_fk";
--> statement-breakpoint
DROP INDEX "bounces_import";--> statement-breakpoint
ALTER TABLE "account_days" ALTER COLUMN "account" SET DATA TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "account_provider_days" ALTER COLUMN "account" SET DATA TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "account_provider_days" ALTER COLUMN "provider" SET DATA TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "bounces" ALTER COLUMN "recipient" SET DATA TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "bounces" ALTER COLUMN "domain" SET DATA TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "bounces" ALTER COLUMN "account" SET DATA TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "bounces" ALTER COLUMN "campaign" SET DATA TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "bounces" ALTER COLUMN "provider" SET DATA TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "bounces" ALTER COLUMN "category" SET DATA TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "provider_days" ALTER COLUMN "provider" SET DATA TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "reclassifications" ALTER COLUMN "category" SET DATA TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "reclassified_bounces" ALTER COLUMN "category" SET DATA TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "sending_accounts" ALTER COLUMN "address" SET DATA TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "template_rules" ALTER COLUMN "category" SET DATA TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "imports" ALTER COLUMN "counts" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "detected" jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "progress" jsonb;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "lease_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "retry_key" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "text_sha256" text NOT NULL;--> statement-breakpoint
ALTER TABLE "import_lanes" ADD CONSTRAINT "import_lanes_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "known_rows_import" ON "known_rows" USING brin ("workspace_id","import_id");--> statement-breakpoint
CREATE INDEX "imports_upload" ON "imports" USING btree ("workspace_id","upload_id");--> statement-breakpoint
CREATE INDEX "imports_waiting" ON "imports" USING btree ("state","lease_until") WHERE state in ('staging', 'importing', 'undoing');--> statement-breakpoint
CREATE INDEX "uploads_sha256" ON "uploads" USING btree ("workspace_id","sha256");--> statement-breakpoint
CREATE INDEX "bounces_import" ON "bounces" USING brin ("workspace_id","import_id");--> statement-breakpoint
-- Adds the counts of a rollup row cell by cell.
CREATE FUNCTION add_counts(a integer[], b integer[]) RETURNS integer[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT array_agg(coalesce(x, 0) + coalesce(y, 0) ORDER BY i) FROM unnest(a, b) WITH ORDINALITY AS u(x, y, i) $$;
