CREATE TABLE "erasures" (
	"workspace_id" uuid NOT NULL,
	"value" text COLLATE "C" NOT NULL,
	"sealed" "bytea",
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	CONSTRAINT "erasures_workspace_id_value_pk" PRIMARY KEY("workspace_id","value")
);
--> statement-breakpoint
CREATE TABLE "retention" (
	"workspace_id" uuid PRIMARY KEY NOT NULL,
	"days" jsonb NOT NULL,
	"applied_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "contact_figures" (
	"workspace_id" uuid PRIMARY KEY NOT NULL,
	"groups" jsonb NOT NULL,
	"counted_at" timestamp with time zone NOT NULL,
	"milliseconds" integer NOT NULL,
	"data_version" integer NOT NULL,
	"activity_seq" bigint NOT NULL,
	"asked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "derivations" (
	"workspace_id" uuid PRIMARY KEY NOT NULL,
	"after" text COLLATE "C" DEFAULT '' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "erasures" ADD CONSTRAINT "erasures_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention" ADD CONSTRAINT "retention_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_figures" ADD CONSTRAINT "contact_figures_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "derivations" ADD CONSTRAINT "derivations_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "erasures_open" ON "erasures" USING btree ("created_at") WHERE sealed is not null;--> statement-breakpoint
-- Bounces of before there were contacts and a list were never looked at; a worker does so now, step by step.
INSERT INTO "derivations" ("workspace_id") SELECT "id" FROM "workspaces" w WHERE EXISTS (SELECT 1 FROM "bounces" b WHERE b."workspace_id" = w."id");
