DROP INDEX "erasures_open";--> statement-breakpoint
ALTER TABLE "erasures" DROP COLUMN "sealed";