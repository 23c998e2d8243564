CREATE TABLE "list_files" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"upload_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"state" text NOT NULL,
	"name" text NOT NULL,
	"settings" jsonb,
	"choices" jsonb NOT NULL,
	"counts" jsonb,
	"progress" jsonb,
	"checkpoint" jsonb,
	"fence" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"act_id" uuid,
	"failure" text,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "list_files_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "list_files" ADD CONSTRAINT "list_files_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "list_files_waiting" ON "list_files" USING btree ("state","lease_until") WHERE state in ('reading', 'storing');--> statement-breakpoint
CREATE INDEX "list_files_expiry" ON "list_files" USING btree ("expires_at");