CREATE TABLE "term_needs" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"departure_id" uuid NOT NULL,
	"need_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "term_needs_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "term_needs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "deduction_claims" ADD COLUMN "expected_key" text;--> statement-breakpoint
ALTER TABLE "deduction_claims" ADD COLUMN "version_id" uuid;--> statement-breakpoint
ALTER TABLE "deduction_claims" ADD COLUMN "promotion_id" uuid;--> statement-breakpoint
ALTER TABLE "deduction_claims" ADD COLUMN "period_from" date;--> statement-breakpoint
ALTER TABLE "deduction_claims" ADD COLUMN "period_to" date;--> statement-breakpoint
ALTER TABLE "deduction_claims" ADD COLUMN "of_sales" numeric(18, 4);--> statement-breakpoint
ALTER TABLE "term_needs" ADD CONSTRAINT "term_needs_workspace_id_departure_id_term_departures_workspace_id_id_fk" FOREIGN KEY ("workspace_id","departure_id") REFERENCES "public"."term_departures"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_needs" ADD CONSTRAINT "term_needs_workspace_id_need_id_needs_workspace_id_id_fk" FOREIGN KEY ("workspace_id","need_id") REFERENCES "public"."needs"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_needs" ADD CONSTRAINT "term_needs_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "term_needs_once" ON "term_needs" USING btree ("workspace_id","departure_id","need_id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "term_needs_departure" ON "term_needs" USING btree ("workspace_id","departure_id");--> statement-breakpoint
CREATE INDEX "term_needs_need" ON "term_needs" USING btree ("workspace_id","need_id");--> statement-breakpoint
CREATE INDEX "term_needs_account" ON "term_needs" USING btree ("workspace_id","account_id");--> statement-breakpoint
ALTER TABLE "deduction_claims" ADD CONSTRAINT "deduction_claims_workspace_id_version_id_term_versions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","version_id") REFERENCES "public"."term_versions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deduction_claims" ADD CONSTRAINT "deduction_claims_workspace_id_promotion_id_promotions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","promotion_id") REFERENCES "public"."promotions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "deduction_claims_expected" ON "deduction_claims" USING btree ("workspace_id","account_id","expected_key") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "deduction_claims_version" ON "deduction_claims" USING btree ("workspace_id","version_id");--> statement-breakpoint
CREATE INDEX "deduction_claims_promotion" ON "deduction_claims" USING btree ("workspace_id","promotion_id");--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "term_needs" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
grant select, insert, update on term_needs to accord_app;
