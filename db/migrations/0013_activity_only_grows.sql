ALTER TABLE "activity" DROP CONSTRAINT "activity_workspace_id_workspaces_id_fk";
--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON "activity" FROM CURRENT_USER;