CREATE TABLE "negotiation_comparisons" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"negotiation_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"pair" jsonb NOT NULL,
	"worth_hash" text NOT NULL,
	"answer" text NOT NULL,
	"answered_by" uuid NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "negotiation_comparisons_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "negotiation_comparisons_answer" CHECK ("negotiation_comparisons"."answer" in ('equal', 'first', 'second'))
);
--> statement-breakpoint
ALTER TABLE "negotiation_comparisons" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "negotiation_comparisons" ADD CONSTRAINT "negotiation_comparisons_workspace_id_negotiation_id_negotiations_workspace_id_id_fk" FOREIGN KEY ("workspace_id","negotiation_id") REFERENCES "public"."negotiations"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_comparisons" ADD CONSTRAINT "negotiation_comparisons_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "negotiation_comparisons" ADD CONSTRAINT "negotiation_comparisons_workspace_id_answered_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","answered_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "negotiation_comparisons_once" ON "negotiation_comparisons" USING btree ("workspace_id","negotiation_id","worth_hash") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "negotiation_comparisons_negotiation" ON "negotiation_comparisons" USING btree ("workspace_id","negotiation_id");--> statement-breakpoint
CREATE INDEX "negotiation_comparisons_account" ON "negotiation_comparisons" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "negotiation_comparisons_answered_by" ON "negotiation_comparisons" USING btree ("workspace_id","answered_by");--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "negotiation_comparisons" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
grant select, insert, update on negotiation_comparisons to accord_app;
