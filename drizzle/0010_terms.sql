CREATE TABLE "deduction_claims" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"account_id" uuid NOT NULL,
	"reference" text NOT NULL,
	"reason_code" text NOT NULL,
	"granted_on" date NOT NULL,
	"amount" numeric(18, 4) NOT NULL,
	"currency" text DEFAULT 'TWD' NOT NULL,
	"matched" numeric(18, 4) DEFAULT '0' NOT NULL,
	"source" text NOT NULL,
	"term_code" text,
	"note" text,
	"recorded_by" uuid NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "deduction_claims_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "deduction_claims_source" CHECK ("deduction_claims"."source" in ('term', 'promotion', 'other'))
);
--> statement-breakpoint
ALTER TABLE "deduction_claims" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "deduction_matches" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"account_id" uuid NOT NULL,
	"deduction_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"amount" numeric(18, 4) NOT NULL,
	"rule" text NOT NULL,
	"matched_by" uuid NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "deduction_matches_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "deduction_matches_rule" CHECK ("deduction_matches"."rule" in ('reference', 'equal', 'oldest', 'byHand'))
);
--> statement-breakpoint
ALTER TABLE "deduction_matches" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "deductions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"account_id" uuid NOT NULL,
	"taken_on" date NOT NULL,
	"amount" numeric(18, 4) NOT NULL,
	"currency" text DEFAULT 'TWD' NOT NULL,
	"matched" numeric(18, 4) DEFAULT '0' NOT NULL,
	"reason_code" text NOT NULL,
	"reference" text,
	"document_kind" text NOT NULL,
	"document_number" text,
	"original_invoice" text,
	"net_amount" numeric(18, 4),
	"tax_amount" numeric(18, 4),
	"issuer" text,
	"period_from" date,
	"period_to" date,
	"note" text,
	"recorded_by" uuid NOT NULL,
	"disputed_at" timestamp with time zone,
	"disputed_by" uuid,
	"dispute_reason" text,
	"settled_as" text,
	"settled_at" timestamp with time zone,
	"settled_by" uuid,
	"settled_note" text,
	"archived_at" timestamp with time zone,
	CONSTRAINT "deductions_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "deductions_document" CHECK ("deductions"."document_kind" in ('allowance', 'theirInvoice', 'deduction')),
	CONSTRAINT "deductions_settled" CHECK ("deductions"."settled_as" in ('accepted', 'recovered', 'writtenOff')),
	CONSTRAINT "deductions_issuer" CHECK ("deductions"."issuer" in ('us', 'them'))
);
--> statement-breakpoint
ALTER TABLE "deductions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "standard_terms" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"segment" text DEFAULT '' NOT NULL,
	"direction" text DEFAULT 'sell' NOT NULL,
	"number" integer NOT NULL,
	"valid_from" date NOT NULL,
	"content" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"note" text,
	"drafted_by" uuid NOT NULL,
	"published_at" timestamp with time zone,
	"published_by" uuid,
	"archived_at" timestamp with time zone,
	CONSTRAINT "standard_terms_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "standard_terms_direction" CHECK ("standard_terms"."direction" in ('sell', 'buy'))
);
--> statement-breakpoint
ALTER TABLE "standard_terms" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "term_departures" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"code" text NOT NULL,
	"value" jsonb NOT NULL,
	"value_key" text NOT NULL,
	"factors" text[] NOT NULL,
	"reason" text,
	"condition" text,
	"unconditional" boolean DEFAULT false NOT NULL,
	"evidence_id" uuid,
	"fee_item" text,
	"fee_purpose" text,
	"fee_amount_basis" text,
	"fee_reference" text,
	"fee_event" text,
	"fee_benefit" numeric(18, 4),
	"archived_at" timestamp with time zone,
	CONSTRAINT "term_departures_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "term_departures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "term_overrides" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"code" text NOT NULL,
	"name" text,
	"english_name" text,
	"help" text,
	"retired" boolean DEFAULT false NOT NULL,
	CONSTRAINT "term_overrides_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "term_overrides" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "term_sheets" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"account_id" uuid NOT NULL,
	"direction" text DEFAULT 'sell' NOT NULL,
	"scope" text DEFAULT 'all' NOT NULL,
	"scope_name" text DEFAULT '' NOT NULL,
	"currency" text DEFAULT 'TWD' NOT NULL,
	"latest_id" uuid,
	"departures" integer DEFAULT 0 NOT NULL,
	"unconditional" integer DEFAULT 0 NOT NULL,
	"yearly_cost" numeric(18, 4) DEFAULT '0' NOT NULL,
	"ends_on" date DEFAULT '9999-12-31' NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "term_sheets_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "term_sheets_direction" CHECK ("term_sheets"."direction" in ('sell', 'buy')),
	CONSTRAINT "term_sheets_scope" CHECK ("term_sheets"."scope" in ('all', 'brand', 'category', 'channel'))
);
--> statement-breakpoint
ALTER TABLE "term_sheets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "term_timeline" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sheet_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"from_day" date NOT NULL,
	"until_day" date,
	CONSTRAINT "term_timeline_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "term_timeline" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "term_versions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sheet_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kind" text DEFAULT 'original' NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"note" text,
	"basis_sales" numeric(18, 4),
	"basis_source" text,
	"content_hash" text NOT NULL,
	"drafted_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone,
	"recorded_by" uuid,
	"answer_id" uuid,
	"standard_id" uuid,
	"archived_at" timestamp with time zone,
	CONSTRAINT "term_versions_workspace_id_id_pk" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "term_versions_kind" CHECK ("term_versions"."kind" in ('original', 'amendment', 'temporary', 'renewal'))
);
--> statement-breakpoint
ALTER TABLE "term_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "deduction_claims" ADD CONSTRAINT "deduction_claims_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deduction_claims" ADD CONSTRAINT "deduction_claims_workspace_id_recorded_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","recorded_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deduction_matches" ADD CONSTRAINT "deduction_matches_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deduction_matches" ADD CONSTRAINT "deduction_matches_workspace_id_deduction_id_deductions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","deduction_id") REFERENCES "public"."deductions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deduction_matches" ADD CONSTRAINT "deduction_matches_workspace_id_claim_id_deduction_claims_workspace_id_id_fk" FOREIGN KEY ("workspace_id","claim_id") REFERENCES "public"."deduction_claims"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deduction_matches" ADD CONSTRAINT "deduction_matches_workspace_id_matched_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","matched_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deductions" ADD CONSTRAINT "deductions_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deductions" ADD CONSTRAINT "deductions_workspace_id_recorded_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","recorded_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_terms" ADD CONSTRAINT "standard_terms_workspace_id_drafted_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","drafted_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_terms" ADD CONSTRAINT "standard_terms_workspace_id_published_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","published_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_departures" ADD CONSTRAINT "term_departures_workspace_id_version_id_term_versions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","version_id") REFERENCES "public"."term_versions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_departures" ADD CONSTRAINT "term_departures_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_departures" ADD CONSTRAINT "term_departures_workspace_id_evidence_id_files_workspace_id_id_fk" FOREIGN KEY ("workspace_id","evidence_id") REFERENCES "public"."files"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_sheets" ADD CONSTRAINT "term_sheets_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_timeline" ADD CONSTRAINT "term_timeline_workspace_id_sheet_id_term_sheets_workspace_id_id_fk" FOREIGN KEY ("workspace_id","sheet_id") REFERENCES "public"."term_sheets"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_timeline" ADD CONSTRAINT "term_timeline_workspace_id_version_id_term_versions_workspace_id_id_fk" FOREIGN KEY ("workspace_id","version_id") REFERENCES "public"."term_versions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_versions" ADD CONSTRAINT "term_versions_workspace_id_sheet_id_term_sheets_workspace_id_id_fk" FOREIGN KEY ("workspace_id","sheet_id") REFERENCES "public"."term_sheets"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_versions" ADD CONSTRAINT "term_versions_workspace_id_account_id_accounts_workspace_id_id_fk" FOREIGN KEY ("workspace_id","account_id") REFERENCES "public"."accounts"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_versions" ADD CONSTRAINT "term_versions_workspace_id_drafted_by_members_workspace_id_id_fk" FOREIGN KEY ("workspace_id","drafted_by") REFERENCES "public"."members"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_versions" ADD CONSTRAINT "term_versions_workspace_id_standard_id_standard_terms_workspace_id_id_fk" FOREIGN KEY ("workspace_id","standard_id") REFERENCES "public"."standard_terms"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "deduction_claims_reference" ON "deduction_claims" USING btree ("workspace_id","account_id","reference") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "deduction_claims_account" ON "deduction_claims" USING btree ("workspace_id","account_id","granted_on","id");--> statement-breakpoint
CREATE INDEX "deduction_claims_recorded_by" ON "deduction_claims" USING btree ("workspace_id","recorded_by");--> statement-breakpoint
CREATE INDEX "deduction_matches_account" ON "deduction_matches" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "deduction_matches_deduction" ON "deduction_matches" USING btree ("workspace_id","deduction_id");--> statement-breakpoint
CREATE INDEX "deduction_matches_claim" ON "deduction_matches" USING btree ("workspace_id","claim_id");--> statement-breakpoint
CREATE INDEX "deduction_matches_by" ON "deduction_matches" USING btree ("workspace_id","matched_by");--> statement-breakpoint
CREATE INDEX "deductions_by_day" ON "deductions" USING btree ("workspace_id","taken_on","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "deductions_by_amount" ON "deductions" USING btree ("workspace_id","amount","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "deductions_account" ON "deductions" USING btree ("workspace_id","account_id","taken_on","id");--> statement-breakpoint
CREATE INDEX "deductions_recorded_by" ON "deductions" USING btree ("workspace_id","recorded_by");--> statement-breakpoint
CREATE UNIQUE INDEX "standard_terms_number" ON "standard_terms" USING btree ("workspace_id","direction","segment","number");--> statement-breakpoint
CREATE UNIQUE INDEX "standard_terms_draft" ON "standard_terms" USING btree ("workspace_id","direction","segment") WHERE published_at is null and archived_at is null;--> statement-breakpoint
CREATE INDEX "standard_terms_drafted_by" ON "standard_terms" USING btree ("workspace_id","drafted_by");--> statement-breakpoint
CREATE INDEX "standard_terms_published_by" ON "standard_terms" USING btree ("workspace_id","published_by");--> statement-breakpoint
CREATE UNIQUE INDEX "term_departures_code" ON "term_departures" USING btree ("workspace_id","version_id","code") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "term_departures_version" ON "term_departures" USING btree ("workspace_id","version_id");--> statement-breakpoint
CREATE INDEX "term_departures_account" ON "term_departures" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "term_departures_evidence" ON "term_departures" USING btree ("workspace_id","evidence_id");--> statement-breakpoint
CREATE INDEX "term_departures_same" ON "term_departures" USING btree ("workspace_id","code","value_key") WHERE archived_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "term_overrides_code" ON "term_overrides" USING btree ("workspace_id","code");--> statement-breakpoint
CREATE UNIQUE INDEX "term_sheets_one_active" ON "term_sheets" USING btree ("workspace_id","account_id","direction","scope","scope_name") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "term_sheets_account" ON "term_sheets" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "term_sheets_by_cost" ON "term_sheets" USING btree ("workspace_id","yearly_cost","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "term_sheets_by_departures" ON "term_sheets" USING btree ("workspace_id","departures","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "term_sheets_by_end" ON "term_sheets" USING btree ("workspace_id","ends_on","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "term_sheets_by_change" ON "term_sheets" USING btree ("workspace_id","changed_at","id") WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "term_timeline_sheet" ON "term_timeline" USING btree ("workspace_id","sheet_id","from_day");--> statement-breakpoint
CREATE INDEX "term_timeline_version" ON "term_timeline" USING btree ("workspace_id","version_id");--> statement-breakpoint
CREATE UNIQUE INDEX "term_versions_number" ON "term_versions" USING btree ("workspace_id","sheet_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "term_versions_draft" ON "term_versions" USING btree ("workspace_id","sheet_id") WHERE recorded_at is null and archived_at is null;--> statement-breakpoint
CREATE INDEX "term_versions_account" ON "term_versions" USING btree ("workspace_id","account_id","id");--> statement-breakpoint
CREATE INDEX "term_versions_drafted_by" ON "term_versions" USING btree ("workspace_id","drafted_by");--> statement-breakpoint
CREATE INDEX "term_versions_standard" ON "term_versions" USING btree ("workspace_id","standard_id");--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "deduction_claims" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "deduction_matches" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "deductions" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "standard_terms" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "term_departures" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "term_overrides" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "term_sheets" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "term_timeline" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "term_versions" AS PERMISSIVE FOR ALL TO "accord_app" USING (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid) WITH CHECK (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);--> statement-breakpoint
grant select, insert, update on deduction_claims, deduction_matches, deductions, standard_terms, term_departures, term_overrides, term_sheets, term_timeline, term_versions to accord_app;
