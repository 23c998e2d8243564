ALTER TABLE "bounces" ADD COLUMN "verified" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "sending_accounts" ADD COLUMN "known" boolean DEFAULT true NOT NULL;