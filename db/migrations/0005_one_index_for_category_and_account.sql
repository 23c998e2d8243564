DROP INDEX "bounces_account";--> statement-breakpoint
DROP INDEX "bounces_category";--> statement-breakpoint
CREATE INDEX "bounces_category_account" ON "bounces" USING btree ("workspace_id","category","account","occurred_at","dedupe_key");