CREATE TABLE "activity_heads" (
	"workspace_id" uuid NOT NULL,
	"seq" bigint DEFAULT 0 NOT NULL,
	"hash" text DEFAULT '' NOT NULL,
	"digest_key" text NOT NULL,
	CONSTRAINT "activity_heads_workspace_id_pk" PRIMARY KEY("workspace_id")
);
--> statement-breakpoint
-- No release had this table yet; rows without a place in the chain could not be proved.
DELETE FROM "activity";--> statement-breakpoint
ALTER TABLE "activity" DROP CONSTRAINT "activity_time";--> statement-breakpoint
ALTER TABLE "activity" ALTER COLUMN "at" SET DATA TYPE timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "activity" ADD COLUMN "seq" bigint NOT NULL;--> statement-breakpoint
ALTER TABLE "activity" ADD COLUMN "why" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "activity" ADD COLUMN "about" text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "activity" ADD COLUMN "hash" text NOT NULL;--> statement-breakpoint
ALTER TABLE "activity_heads" ADD CONSTRAINT "activity_heads_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activity_about" ON "activity" USING gin ("about");--> statement-breakpoint
ALTER TABLE "activity" ADD CONSTRAINT "activity_seq" UNIQUE("workspace_id","seq");