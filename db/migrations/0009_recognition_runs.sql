ALTER TABLE "recognition_runs" ADD COLUMN "state" text DEFAULT 'checking' NOT NULL;--> statement-breakpoint
ALTER TABLE "recognition_runs" ADD COLUMN "changes" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "recognition_runs" ADD COLUMN "fence" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "recognition_runs" ADD COLUMN "lease_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "recognition_runs" ADD COLUMN "created_by" uuid NOT NULL;