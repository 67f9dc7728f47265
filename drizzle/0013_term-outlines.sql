CREATE TABLE "term_outlines" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"language" text NOT NULL,
	"content_hash" text NOT NULL,
	"paper_hash" text NOT NULL,
	"issued_by" uuid NOT NULL,
	CONSTRAINT "term_outlines_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "term_outlines_language" CHECK ("term_outlines"."language" in ('zh-TW', 'en'))
);
--> statement-breakpoint
ALTER TABLE "term_outlines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "term_outlines" ADD CONSTRAINT "term_outlines_workspace_id_version_id_term_versions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","version_id") REFERENCES "public"."term_versions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_outlines" ADD CONSTRAINT "term_outlines_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_outlines" ADD CONSTRAINT "term_outlines_workspace_id_issued_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","issued_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "term_outlines_version" ON "term_outlines" USING btree ("workspace_id","version_id");--> statement-breakpoint
CREATE INDEX "term_outlines_account" ON "term_outlines" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "term_outlines_issued_by" ON "term_outlines" USING btree ("workspace_id","issued_by");--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "term_outlines" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
grant select, insert, update on term_outlines to accord_app;
