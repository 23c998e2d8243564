ALTER TABLE "imports" ADD COLUMN "twin_of" uuid;--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "gzip" boolean NOT NULL;