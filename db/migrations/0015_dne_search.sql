CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE INDEX "dne_reasons_parts" ON "dne_reasons" USING gin (lower(value) gin_trgm_ops) WITH (fastupdate=true,gin_pending_list_limit=65536) WHERE source <> 'bounce';--> statement-breakpoint
CREATE INDEX "dne_reasons_derived" ON "dne_reasons" USING btree ("workspace_id","value") WHERE source = 'bounce';