CREATE TABLE "dne_acts" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	"why" text DEFAULT '' NOT NULL,
	"count" integer NOT NULL,
	"details" jsonb NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_by" uuid,
	CONSTRAINT "dne_acts_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "dne_bursts" (
	"workspace_id" uuid NOT NULL,
	"provider" text COLLATE "C" NOT NULL,
	"day" date NOT NULL,
	"seen" integer NOT NULL,
	"usual" double precision NOT NULL,
	"hours" timestamp with time zone[] NOT NULL,
	CONSTRAINT "dne_bursts_workspace_id_provider_day_pk" PRIMARY KEY("workspace_id","provider","day")
);
--> statement-breakpoint
CREATE TABLE "dne_changes" (
	"workspace_id" uuid NOT NULL,
	"act_id" uuid NOT NULL,
	"value" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"entry_id" uuid NOT NULL,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "dne_changes_workspace_id_act_id_value_reason_pk" PRIMARY KEY("workspace_id","act_id","value","reason")
);
--> statement-breakpoint
CREATE TABLE "dne_clearances" (
	"workspace_id" uuid NOT NULL,
	"value" text COLLATE "C" NOT NULL,
	"act_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "dne_clearances_workspace_id_value_act_id_kind_pk" PRIMARY KEY("workspace_id","value","act_id","kind")
);
--> statement-breakpoint
CREATE TABLE "dne_counts" (
	"workspace_id" uuid NOT NULL,
	"for_good" integer NOT NULL,
	CONSTRAINT "dne_counts_workspace_id_pk" PRIMARY KEY("workspace_id")
);
--> statement-breakpoint
CREATE TABLE "dne_policies" (
	"workspace_id" uuid NOT NULL,
	"policy" jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" uuid NOT NULL,
	CONSTRAINT "dne_policies_workspace_id_pk" PRIMARY KEY("workspace_id")
);
--> statement-breakpoint
CREATE TABLE "dne_reasons" (
	"workspace_id" uuid NOT NULL,
	"value" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"entry_id" uuid NOT NULL,
	"scope" text NOT NULL,
	"domain" text COLLATE "C" NOT NULL,
	"category" text COLLATE "C" NOT NULL,
	"until" timestamp with time zone,
	"bounce_at" timestamp with time zone,
	"bounce_key" uuid,
	"source" text COLLATE "C" NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	"act_id" uuid,
	CONSTRAINT "dne_reasons_workspace_id_value_reason_pk" PRIMARY KEY("workspace_id","value","reason")
);
--> statement-breakpoint
CREATE TABLE "dne_suggestions" (
	"workspace_id" uuid NOT NULL,
	"value" text COLLATE "C" NOT NULL,
	"entry_id" uuid NOT NULL,
	"domain" text COLLATE "C" NOT NULL,
	"category" text COLLATE "C" NOT NULL,
	"kind" text NOT NULL,
	"provider" text COLLATE "C" NOT NULL,
	"bounce_at" timestamp with time zone NOT NULL,
	"bounce_key" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "dne_suggestions_workspace_id_value_pk" PRIMARY KEY("workspace_id","value")
);
--> statement-breakpoint
ALTER TABLE "dne_acts" ADD CONSTRAINT "dne_acts_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dne_bursts" ADD CONSTRAINT "dne_bursts_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dne_counts" ADD CONSTRAINT "dne_counts_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dne_policies" ADD CONSTRAINT "dne_policies_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dne_acts_time" ON "dne_acts" USING btree ("workspace_id","created_at","id");--> statement-breakpoint
CREATE INDEX "dne_changes_entry" ON "dne_changes" USING btree ("workspace_id","entry_id");--> statement-breakpoint
CREATE INDEX "dne_clearances_act" ON "dne_clearances" USING btree ("workspace_id","act_id");--> statement-breakpoint
CREATE INDEX "dne_reasons_entry" ON "dne_reasons" USING btree ("workspace_id","entry_id");--> statement-breakpoint
CREATE INDEX "dne_reasons_created" ON "dne_reasons" USING btree ("workspace_id","created_at","value");--> statement-breakpoint
CREATE INDEX "dne_reasons_domain" ON "dne_reasons" USING btree ("workspace_id","domain","value");--> statement-breakpoint
CREATE INDEX "dne_reasons_until" ON "dne_reasons" USING btree ("workspace_id","until") WHERE until is not null;--> statement-breakpoint
CREATE INDEX "dne_reasons_by_hand" ON "dne_reasons" USING btree ("workspace_id","reason","source","created_at","value") WHERE source <> 'bounce';--> statement-breakpoint
CREATE INDEX "dne_reasons_act" ON "dne_reasons" USING btree ("workspace_id","act_id") WHERE act_id is not null;--> statement-breakpoint
CREATE INDEX "dne_suggestions_time" ON "dne_suggestions" USING btree ("workspace_id","bounce_at","value");