ALTER INDEX "bounces_category_account" SET (deduplicate_items = false);--> statement-breakpoint
ALTER INDEX "bounces_recipient" SET (deduplicate_items = false);--> statement-breakpoint
ALTER INDEX "bounces_domain" SET (deduplicate_items = false);--> statement-breakpoint
ALTER INDEX "bounces_template" SET (deduplicate_items = false);--> statement-breakpoint
ALTER INDEX "bounces_campaign" SET (deduplicate_items = false);
