ALTER TABLE "approval_actions" ADD COLUMN "evidence_file_id" uuid;--> statement-breakpoint
ALTER TABLE "approval_policies" ADD COLUMN "demands" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "approval_actions" ADD CONSTRAINT "approval_actions_workspace_id_evidence_file_id_files_workspace_id_id_fk" FOREIGN KEY ("workspace_id","evidence_file_id") REFERENCES "public"."files"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "approval_actions_evidence_file" ON "approval_actions" USING btree ("workspace_id","evidence_file_id");