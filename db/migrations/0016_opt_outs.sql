CREATE TABLE "opt_outs" (
	"workspace_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"key" uuid NOT NULL,
	"line" integer NOT NULL,
	"address" text COLLATE "C" NOT NULL,
	"listed_as" text COLLATE "C" NOT NULL,
	"reason" text NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"feedback_type" text NOT NULL,
	"occurred_at" timestamp with time zone,
	"verified" boolean NOT NULL,
	CONSTRAINT "opt_outs_workspace_id_import_id_key_pk" PRIMARY KEY("workspace_id","import_id","key")
);
--> statement-breakpoint
CREATE INDEX "opt_outs_key" ON "opt_outs" USING btree ("workspace_id","key");--> statement-breakpoint
CREATE INDEX "opt_outs_listed" ON "opt_outs" USING btree ("workspace_id","listed_as");