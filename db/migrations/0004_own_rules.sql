CREATE TABLE "recognition_runs" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"reached_at" timestamp with time zone,
	"reached_key" uuid,
	"seen" integer DEFAULT 0 NOT NULL,
	"total" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "recognition_runs_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "workspace_rules" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"position" integer NOT NULL,
	"words" text NOT NULL,
	"code" text COLLATE "C" DEFAULT '' NOT NULL,
	"provider" text COLLATE "C" DEFAULT '' NOT NULL,
	"account" text COLLATE "C" DEFAULT '' NOT NULL,
	"category" text COLLATE "C" NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "workspace_rules_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "reclassifications" ADD COLUMN "rule_id" uuid;--> statement-breakpoint
ALTER TABLE "reclassified_bounces" ADD COLUMN "new_category" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "reclassified_bounces" ADD COLUMN "new_decided_by" text;--> statement-breakpoint
ALTER TABLE "recognition_runs" ADD CONSTRAINT "recognition_runs_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "workspace_rules" ADD CONSTRAINT "workspace_rules_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;