ALTER TABLE "negotiation_issues" ADD COLUMN "stance_by" uuid;--> statement-breakpoint
ALTER TABLE "negotiation_issues" ADD COLUMN "stance_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "negotiation_issues" ADD CONSTRAINT "negotiation_issues_workspace_id_stance_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","stance_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "negotiation_issues_stance_by" ON "negotiation_issues" USING btree ("workspace_id","stance_by");