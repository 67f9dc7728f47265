CREATE TABLE "agreement_papers" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"agreement_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"paper_hash" text NOT NULL,
	"is_draft" boolean NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"pdf_file_id" uuid,
	"word_file_id" uuid,
	CONSTRAINT "agreement_papers_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "agreement_papers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "agreement_versions" ADD COLUMN "provisional_note" text;--> statement-breakpoint
ALTER TABLE "agreement_versions" ADD COLUMN "terms" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "agreement_papers" ADD CONSTRAINT "agreement_papers_workspace_id_agreement_id_agreements_workspace_id_id_fk" FOREIGN KEY ("workspace_id","agreement_id") REFERENCES "public"."agreements"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_papers" ADD CONSTRAINT "agreement_papers_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_papers" ADD CONSTRAINT "agreement_papers_workspace_id_version_id_agreement_versions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","version_id") REFERENCES "public"."agreement_versions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_papers" ADD CONSTRAINT "agreement_papers_workspace_id_asked_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","asked_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_papers" ADD CONSTRAINT "agreement_papers_workspace_id_pdf_file_id_files_workspace_id_id_fk" FOREIGN KEY ("workspace_id","pdf_file_id") REFERENCES "public"."files"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_papers" ADD CONSTRAINT "agreement_papers_workspace_id_word_file_id_files_workspace_id_id_fk" FOREIGN KEY ("workspace_id","word_file_id") REFERENCES "public"."files"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "agreement_papers_once" ON "agreement_papers" USING btree ("workspace_id","version_id","paper_hash","is_draft");--> statement-breakpoint
CREATE INDEX "agreement_papers_agreement" ON "agreement_papers" USING btree ("workspace_id","agreement_id");--> statement-breakpoint
CREATE INDEX "agreement_papers_account" ON "agreement_papers" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "agreement_papers_asked_by" ON "agreement_papers" USING btree ("workspace_id","asked_by");--> statement-breakpoint
CREATE INDEX "agreement_papers_pdf" ON "agreement_papers" USING btree ("workspace_id","pdf_file_id");--> statement-breakpoint
CREATE INDEX "agreement_papers_word" ON "agreement_papers" USING btree ("workspace_id","word_file_id");--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "agreement_papers" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
grant select, insert, update on agreement_papers to accord_app;
